package org.caretally.engine;

import java.io.Serializable;

/**
 * A run of whole records of one file. Public only because Spark must see what it carries.
 *
 * @param file position of the file in the study
 * @param start offset in bytes of the first record
 * @param end offset in bytes behind the last record
 * @param firstLine one-based line of the first record
 */
public record Split(int file, long start, long end, long firstLine) implements Serializable {}
