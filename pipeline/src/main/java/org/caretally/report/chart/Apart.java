package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;

/** Names for challenges that more than one cut-off stands for, such as too little and too much. */
final class Apart {
  private static final String LABEL = "construct_label";

  private Apart() {}

  /** Returns the rows; those whose challenge has several measures have the cut-off in its label. */
  static List<Row> named(List<Row> rows) {
    Map<String, Set<String>> measures = new HashMap<>();
    for (Row row : rows) {
      measures.computeIfAbsent(row.text(LABEL), k -> new HashSet<>()).add(row.text("measure"));
    }
    return rows.stream().map(r -> measures.get(r.text(LABEL)).size() > 1 ? named(r) : r).toList();
  }

  private static Row named(Row row) {
    List<Cell> cells = new ArrayList<>(row.cells());
    String name = row.text(LABEL) + ", " + row.text("cutoff_label");
    cells.set(row.columns().indexOf(LABEL), new Words(name));
    return new Row(row.columns(), cells);
  }
}
