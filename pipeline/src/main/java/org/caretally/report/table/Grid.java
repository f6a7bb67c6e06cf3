package org.caretally.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/**
 * Rows of a protected table, selected and sorted with Tablesaw columns. The cells stay those of the
 * gate: a column holds only what a step compares, and gives row numbers back, so that nothing is
 * ever recomputed. Tablesaw's own {@code Table} is left alone: its first use searches every jar of
 * the class path for readers, which takes more than a second beside Spark.
 */
public final class Grid {
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
    return pick(words(column).isEqualTo(KEY + text));
  }

  /** Keeps the rows whose column prints anything else. */
  public Grid whereNot(String column, String text) {
    return pick(words(column).isNotEqualTo(KEY + text));
  }

  private Grid pick(Selection selection) {
    List<Row> picked = new ArrayList<>(selection.size());
    for (int row : selection) {
      picked.add(rows.get(row));
    }
    return new Grid(picked);
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
    DoubleColumn values = DoubleColumn.create(column);
    for (Row row : rows) {
      double value = row.shows(column) ? row.number(column) : Double.POSITIVE_INFINITY;
      values.append(descending && row.shows(column) ? -value : value);
    }
    return by(values);
  }

  /** Sorts by whole numbers written as words, such as an order of levels; others come last. */
  public Grid ordered(String column) {
    DoubleColumn values = DoubleColumn.create(column);
    for (Row row : rows) {
      values.append(order(row.text(column)));
    }
    return by(values);
  }

  private Grid by(DoubleColumn values) {
    List<Integer> numbers = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      numbers.add(i);
    }
    // The sort of the JDK is stable; that of Tablesaw tables is not.
    numbers.sort(values.rowComparator());
    return new Grid(numbers.stream().map(rows::get).toList());
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
