package org.caretally.problem;

/**
 * One problem: what, where, why and how to mend it. Holds names of files, columns, keys and
 * instruments, counts and line numbers; never a cell value of the data.
 *
 * @param code which problem
 * @param where the file and line
 * @param what one sentence: what is wrong
 * @param expected what would have been right; empty when the sentence says it
 * @param nearest the closest existing names, as one phrase; empty when there is none
 * @param fix what to write or do; empty when only the user can know
 */
public record Problem(
    Code code, Place where, String what, String expected, String nearest, String fix) {

  /** A problem with a fix, where no name is close. */
  public static Problem of(Code code, Place where, String what, String fix) {
    return new Problem(code, where, what, "", "", fix);
  }

  /** Returns the problem as the terminal shows it: two or three lines, no trailing line break. */
  public String text() {
    StringBuilder s = new StringBuilder(code.id()).append(' ');
    if (!where.toString().isEmpty()) {
      s.append(where).append("  ");
    }
    s.append(what);
    line(s, "expected: ", expected);
    line(s, "closest: ", nearest);
    line(s, "fix: ", fix);
    return s.toString();
  }

  private static void line(StringBuilder s, String name, String text) {
    if (!text.isEmpty()) {
      s.append(System.lineSeparator()).append("     ").append(name).append(text);
    }
  }
}
