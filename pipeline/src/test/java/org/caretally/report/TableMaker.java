package org.caretally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Words;

/** Collects rows of a protected table for tests; columns not given are empty words. */
final class TableMaker {
  private final String id;
  private final List<String> columns;
  private final List<ProtectedTable.Row> rows = new ArrayList<>();

  TableMaker(String id, String columns) {
    this.id = id;
    this.columns = List.of(columns.split(","));
  }

  /** Adds a row; values are cells or text. */
  TableMaker row(Map<String, Object> values) {
    List<Cell> cells = new ArrayList<>();
    for (String column : columns) {
      Object value = values.getOrDefault(column, "");
      cells.add(value instanceof Cell cell ? cell : new Words((String) value));
    }
    for (String column : values.keySet()) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(column);
      }
    }
    rows.add(new ProtectedTable.Row(columns, cells));
    return this;
  }

  ProtectedTable table() {
    return new ProtectedTable(id, columns, rows);
  }
}
