package org.caretally.intake.identity;

/**
 * A column that may say who a person is. Holds no value of the data.
 *
 * @param column position of the column, from 0
 * @param name its name in the header
 * @param kind what it may say
 * @param byName whether its name says so; otherwise the values of a sample do
 */
public record Suspect(int column, String name, Kind kind, boolean byName) {

  /** Returns a column that the dictionary of its project marks. */
  public static Suspect marked(int column, String name) {
    return new Suspect(column, name, Kind.MARKED, true);
  }

  /** Returns why, in words such as {@code its name means an e-mail address}. */
  public String reason() {
    if (kind == Kind.MARKED) {
      return "the project's dictionary marks it as identifying";
    }
    return byName ? "its name means " + kind.words() : "its values look like " + kind.plural();
  }
}
