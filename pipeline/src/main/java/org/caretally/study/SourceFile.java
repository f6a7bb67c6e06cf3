package org.caretally.study;

import java.io.Serializable;

/**
 * A data file as the engine reads it.
 *
 * @param path absolute path
 * @param name as the user wrote it
 * @param delimiter one character
 * @param fields fields in every row
 * @param dataStart offset in bytes of the first row
 * @param firstLine one-based line of the first row
 */
public record SourceFile(
    String path, String name, char delimiter, int fields, long dataStart, int firstLine)
    implements Serializable {}
