package org.caretally.codebook;

import java.io.Serializable;

/**
 * One level of a variable with levels. In rows a level is its position in the variable's list.
 *
 * @param id short name used in tables, such as {@code moderate}
 * @param label words for readers, such as {@code Moderate}
 */
public record Level(String id, String label) implements Serializable {}
