package org.caretally.engine;

import java.nio.file.Path;

/**
 * How the engine runs.
 *
 * @param master Spark master, such as {@code local[2]}; empty to take the one that {@code
 *     spark-submit} set
 * @param parts runs a file is cut into; changes no number
 * @param scratch private folder for everything Spark writes
 * @param compiled whether Spark compiles its plans, which pays for large inputs only
 */
public record Settings(String master, int parts, Path scratch, boolean compiled) {}
