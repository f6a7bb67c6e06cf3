package org.caretally.disclosure;

import java.util.List;
import java.util.Map;

/**
 * A table of counts of people that wants to be published.
 *
 * @param id name of the table
 * @param columns columns in order
 * @param rows for each row its words and its counts by column
 */
public record Tally(String id, List<String> columns, List<Line> rows) {

  /**
   * One row.
   *
   * @param words texts by column
   * @param counts numbers of people by column
   */
  public record Line(Map<String, String> words, Map<String, Long> counts) {}
}
