package org.caretally.intake.dialect;

import java.util.List;

/**
 * A proposal which rows are answers of people: a platform also exports previews and rows that were
 * never submitted.
 *
 * @param column the column that tells
 * @param values texts of rows to keep; empty when any text will do
 * @param why what the other rows are, in words
 */
public record Keep(String column, List<String> values, String why) {
  /** Keeps its own copy of the texts. */
  public Keep {
    values = List.copyOf(values);
  }
}
