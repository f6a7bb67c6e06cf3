package org.caretally.problem;

/**
 * Where a problem is. A file name as the user wrote it and a line, or only one of them.
 *
 * @param file the file, as named in the study file; empty when the place is the command line
 * @param line one-based line in that file; 0 when no line applies
 */
public record Place(String file, int line) {

  /** A place without a line. */
  public static Place in(String file) {
    return new Place(file, 0);
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
