package org.caretally.report.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as people read it. The first column names the row.
 *
 * @param id anchor, unique on the page
 * @param caption what the table shows
 * @param columns heads
 * @param rows one text for each column
 */
public record DataTable(String id, String caption, List<Column> columns, List<List<String>> rows) {

  /** Checks that every row is complete. */
  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("table " + id + ": a row has " + row.size() + " cells");
      }
    }
  }

  /**
   * A column.
   *
   * @param label its head
   * @param number whether it holds numbers, which stand to the right
   */
  public record Column(String label, boolean number) {}

  /** Collects the rows of a table. */
  public static final class Builder {
    private static final int LONGEST = 1500;

    private final String id;
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Begins a table with an anchor and a caption. */
    public Builder(String id, String caption) {
      this.id = id;
      this.caption = caption;
    }

    /** Adds columns of words. */
    public Builder words(String... labels) {
      for (String label : labels) {
        columns.add(new Column(label, false));
      }
      return this;
    }

    /** Adds columns of numbers. */
    public Builder numbers(String... labels) {
      for (String label : labels) {
        columns.add(new Column(label, true));
      }
      return this;
    }

    /** Adds a row. */
    public Builder row(String... cells) {
      return row(List.of(cells));
    }

    /** Adds a row; a blank cell gets a dash, and one of more than 1,500 characters is cut. */
    public Builder row(List<String> cells) {
      rows.add(cells.stream().map(Builder::printed).toList());
      return this;
    }

    private static String printed(String cell) {
      if (cell.isBlank()) {
        return Numbers.NONE;
      }
      return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }

    /** Returns the finished table. */
    public DataTable build() {
      return new DataTable(id, caption, columns, rows);
    }
  }
}
