package org.caretally.report.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;

/** Changes between waves as published, found by the result they belong to. */
public final class Changes {
  /** No wave to compare with. */
  public static final Changes NONE = new Changes(List.of());

  /** What is said where a change is not shown. */
  public static final String SILENT = "cannot be compared";

  private static final List<String> KEY = List.of("wave", "domain", "level", "measure");

  private final List<Row> rows;
  private final Map<List<String>, Row> steps = new HashMap<>();
  private final Map<List<String>, Row> trends = new HashMap<>();

  private Changes(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      String statistic = row.text("statistic");
      if (statistic.endsWith("_change")) {
        steps.put(key(row), row);
      } else if (statistic.endsWith("_linear_trend")) {
        trends.put(key(row), row);
      }
    }
  }

  private static List<String> key(Row row) {
    return KEY.stream().map(row::text).toList();
  }

  /** Reads the table of changes. */
  public static Changes of(ProtectedTable table) {
    return new Changes(table.rows());
  }

  /** Returns every row. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the change to a result from the wave before, whether or not it is shown. */
  public Optional<Row> step(Row result) {
    return Optional.ofNullable(steps.get(key(result)));
  }

  /** Returns the linear trend that ends with a result, whether or not it is shown. */
  public Optional<Row> linear(Row result) {
    return Optional.ofNullable(trends.get(key(result)));
  }

  /** Returns what a test says: "higher", "lower", "no clear change", or that nothing is said. */
  public static String word(Optional<Row> change) {
    return change
        .filter(r -> r.shows("estimate") && !r.text("result").isBlank())
        .map(r -> r.text("result"))
        .orElse(SILENT);
  }
}
