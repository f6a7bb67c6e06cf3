package org.caretally.disclosure;

import java.util.List;

/**
 * A table that may be published: every number in it passed the gate. Rows are in their final order.
 *
 * @param id file name without extension, such as {@code estimates}
 * @param columns names of the columns, unique, in order
 * @param rows cells in the order of the columns
 */
public record ProtectedTable(String id, List<String> columns, List<Row> rows) {

  /** Checks that every row has a cell for every column. */
  public ProtectedTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (!row.columns().equals(columns)) {
        throw new IllegalArgumentException("table " + id + ": a row has other columns");
      }
    }
  }

  /**
   * One row.
   *
   * @param columns names of the columns
   * @param cells one cell for each column
   */
  public record Row(List<String> columns, List<Cell> cells) {

    /** Checks that there is a cell for each column. */
    public Row {
      cells = List.copyOf(cells);
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException("row has " + cells.size() + " cells");
      }
    }

    /**
     * Returns the cell of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Cell cell(String column) {
      int i = columns.indexOf(column);
      if (i < 0) {
        throw new IllegalArgumentException("no column " + column);
      }
      return cells.get(i);
    }

    /** Returns the printed text of a column. */
    public String text(String column) {
      return cell(column).text();
    }

    /** Returns whether the column holds a number that may be drawn. */
    public boolean shows(String column) {
      return cell(column) instanceof Shown;
    }

    /**
     * Returns the number of a column.
     *
     * @throws IllegalStateException if the number is withheld
     */
    public double number(String column) {
      if (cell(column) instanceof Shown shown) {
        return shown.value();
      }
      throw new IllegalStateException("nothing is shown in " + column);
    }
  }

  /** Returns every row whose column prints the text. */
  public List<Row> where(String column, String text) {
    return rows.stream().filter(r -> r.text(column).equals(text)).toList();
  }
}
