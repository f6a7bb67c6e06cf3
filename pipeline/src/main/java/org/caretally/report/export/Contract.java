package org.caretally.report.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;

/** The columns that files must begin with, so that others can rely on them. */
public final class Contract {
  private static final Map<String, List<String>> FIRST =
      Map.of(
          "estimates",
          List.of(
              "wave",
              "domain",
              "level",
              "measure",
              "statistic",
              "estimate",
              "std_error",
              "ci_low",
              "ci_high",
              "ci_method",
              "df",
              "n",
              "n_eff",
              "deff",
              "status",
              "reason"),
          "correlations",
          List.of(
              "wave",
              "domain",
              "level",
              "x",
              "y",
              "method",
              "estimate",
              "std_error",
              "ci_low",
              "ci_high",
              "df",
              "n",
              "p_value",
              "p_adjusted",
              "status",
              "reason"));

  private Contract() {}

  /**
   * Returns the table with its agreed columns first and the others after them, in their order.
   *
   * @throws IllegalArgumentException if an agreed column is missing
   */
  public static ProtectedTable ordered(ProtectedTable table) {
    List<String> columns = new ArrayList<>(FIRST.getOrDefault(table.id(), List.of()));
    for (String column : columns) {
      if (!table.columns().contains(column)) {
        throw new IllegalArgumentException("table " + table.id() + " has no column " + column);
      }
    }
    for (String column : table.columns()) {
      if (!columns.contains(column)) {
        columns.add(column);
      }
    }
    if (columns.equals(table.columns())) {
      return table;
    }
    int[] from = columns.stream().mapToInt(table.columns()::indexOf).toArray();
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<Cell> cells = new ArrayList<>(from.length);
      for (int i : from) {
        cells.add(row.cells().get(i));
      }
      rows.add(new Row(columns, cells));
    }
    return new ProtectedTable(table.id(), columns, rows);
  }
}
