package org.caretally.disclosure;

import java.util.List;
import java.util.Map;

/**
 * A table of counts of people that wants to be published.
 *
 * @param id name of the table
 * @param columns columns in order
 * @param rows for each row its words and its counts by column
 * @param totals which counts add up to a number that is published
 */
public record Tally(String id, List<String> columns, List<Line> rows, List<Total> totals) {

  /** A table whose counts do not add up to anything. */
  public Tally(String id, List<String> columns, List<Line> rows) {
    this(id, columns, rows, List.of());
  }

  /**
   * One row.
   *
   * @param words texts by column
   * @param counts numbers of people by column
   */
  public record Line(Map<String, String> words, Map<String, Long> counts) {}

  /**
   * Where a count stands.
   *
   * @param row position of the row
   * @param column its column
   */
  public record Place(int row, String column) {}

  /**
   * Counts that add up.
   *
   * @param whole what they add up to
   * @param parts where they stand; the whole may stand there too, but not among them
   */
  public record Total(long whole, List<Place> parts) {}
}
