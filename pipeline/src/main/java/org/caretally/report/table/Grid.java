package org.caretally.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Rows of a protected table, selected and sorted with Tablesaw. The cells stay those of the gate: a
 * Tablesaw table holds only what a step compares and the row numbers, so that nothing is ever
 * recomputed.
 */
public final class Grid {
  private static final String NUMBER = "#";

  // Tablesaw takes an empty text for a missing one; with a sign before it, it is text like any
  // other.
  private static final String KEY = "=";

  private final List<Row> rows;

  private Grid(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Returns all rows of a table. */
  public static Grid of(ProtectedTable table) {
    return new Grid(table.rows());
  }

  /** Returns the rows in order. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Keeps the rows whose column prints the text. */
  public Grid where(String column, String text) {
    return pick(keyed(column), words(column).isEqualTo(KEY + text));
  }

  /** Keeps the rows whose column prints anything else. */
  public Grid whereNot(String column, String text) {
    return pick(keyed(column), words(column).isNotEqualTo(KEY + text));
  }

  private Grid pick(Table keys, tech.tablesaw.selection.Selection selection) {
    return numbered(keys.where(selection));
  }

  private Grid numbered(Table keys) {
    IntColumn numbers = keys.intColumn(NUMBER);
    List<Row> picked = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      picked.add(rows.get(numbers.getInt(i)));
    }
    return new Grid(picked);
  }

  private Table keyed(String column) {
    return Table.create("keys", index(), words(column));
  }

  private IntColumn index() {
    IntColumn numbers = IntColumn.create(NUMBER, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      numbers.set(i, i);
    }
    return numbers;
  }

  private StringColumn words(String column) {
    StringColumn words = StringColumn.create(column);
    for (Row row : rows) {
      words.append(KEY + row.text(column));
    }
    return words;
  }

  /**
   * Sorts by a column of numbers; rows where it is withheld come last, ties keep their order.
   *
   * @param descending whether the largest number comes first
   */
  public Grid sorted(String column, boolean descending) {
    DoubleColumn values = DoubleColumn.create("value");
    for (Row row : rows) {
      double value = row.shows(column) ? row.number(column) : Double.POSITIVE_INFINITY;
      values.append(descending && row.shows(column) ? -value : value);
    }
    return numbered(Table.create("keys", index(), values).sortAscendingOn("value", NUMBER));
  }

  /** Sorts by whole numbers written as words, such as an order of levels; others come last. */
  public Grid ordered(String column) {
    DoubleColumn values = DoubleColumn.create("value");
    for (Row row : rows) {
      values.append(order(row.text(column)));
    }
    return numbered(Table.create("keys", index(), values).sortAscendingOn("value", NUMBER));
  }

  private static double order(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.MAX_VALUE;
    }
  }

  /** Returns the different texts of a column in order of appearance. */
  public List<String> values(String column) {
    return List.copyOf(by(column).keySet());
  }

  /** Returns the rows by the text of a column, in order of appearance. */
  public Map<String, List<Row>> by(String column) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      groups.computeIfAbsent(row.text(column), k -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** Returns the same table with these rows only. */
  public ProtectedTable as(ProtectedTable like) {
    return new ProtectedTable(like.id(), like.columns(), rows);
  }
}
