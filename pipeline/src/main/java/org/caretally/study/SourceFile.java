package org.caretally.study;

import java.io.Serializable;

/**
 * A data file as the engine reads it.
 *
 * @param path absolute path
 * @param name as the user wrote it
 * @param charset how its bytes stand for letters; the engine reads a copy when it is not UTF-8
 * @param delimiter one character
 * @param fields fields in every row
 * @param least fields that a row must have: those without a name at the end may be absent
 * @param dataStart offset in bytes of the first row
 * @param firstLine one-based line of the first row
 */
public record SourceFile(
    String path,
    String name,
    String charset,
    char delimiter,
    int fields,
    int least,
    long dataStart,
    int firstLine)
    implements Serializable {}
