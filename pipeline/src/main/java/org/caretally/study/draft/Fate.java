package org.caretally.study.draft;

/**
 * What a draft does with one column.
 *
 * @param column the column
 * @param kind what it is taken for
 * @param words more about it, for the user; never a cell value
 */
record Fate(Facts column, Kind kind, String words) {

  /** What a column is taken for. */
  enum Kind {
    ITEM("items of instruments"),
    VARIABLE("breakdowns and numbers"),
    DESIGN("design, wave and key"),
    METADATA("written by the platform, left out"),
    IDENTIFYING("may say who a person is, left out"),
    UNNAMED("without a name, left out"),
    EMPTY("nothing in the rows looked at"),
    OTHER("not matched");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the kind in words. */
    String words() {
      return words;
    }
  }
}
