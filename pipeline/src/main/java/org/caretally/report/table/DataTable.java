package org.caretally.report.table;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.words.Tongue;

/**
 * A table as people read it. The first column names the row.
 *
 * @param id anchor, unique on the page
 * @param caption what the table shows
 * @param columns heads
 * @param rows one text for each column
 */
public record DataTable(String id, String caption, List<Column> columns, List<List<String>> rows) {
  /** More rows than these are printed in small type, in which a fifth more letters fit. */
  private static final int LONG_TABLE = 60;

  private static final int SMALLER = 82;
  private static final int SEVERAL = 3;
  private static final int SHORT = 10;
  private static final int WORDS = 36;
  private static final int LONG = 60;
  private static final int LETTERS_THIRD = 50;
  private static final int LETTERS_HALF = 84;
  private static final int LETTERS_PAGE = 178;
  private static final int WRAPPED = 16;

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

  /** Returns the columns of words, but the first, that say the same in every row of several. */
  private List<Integer> same() {
    List<Integer> same = new ArrayList<>();
    for (int i = 1; i < columns.size() && rows.size() >= SEVERAL; i++) {
      int column = i;
      String first = rows.get(0).get(i);
      boolean alike = rows.stream().allMatch(r -> r.get(column).equals(first));
      if (alike && !columns.get(i).number()) {
        same.add(i);
      }
    }
    return same;
  }

  /** Returns what is the same in every row, to be said once; empty text when nothing is. */
  public String shared(Tongue t) {
    List<String> parts = new ArrayList<>();
    for (int i : same()) {
      parts.add(columns.get(i).label() + ": " + rows.get(0).get(i));
    }
    return parts.isEmpty() ? "" : t.say("html.same", "parts", String.join("; ", parts));
  }

  /** Returns the table without the columns that {@link #shared} tells of. */
  public DataTable varying() {
    List<Integer> same = same();
    if (same.isEmpty()) {
      return this;
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!same.contains(i)) {
        kept.add(i);
      }
    }
    return new DataTable(
        id,
        caption,
        kept.stream().map(columns::get).toList(),
        rows.stream().map(r -> kept.stream().map(r::get).toList()).toList());
  }

  /**
   * Returns how the table is set on paper: in three columns ({@code third}) or two ({@code half})
   * when it is narrow and long, in columns of equal width when it has many ({@code wide}), or
   * plainly (empty text); and in small type ({@code small}) when it has many rows. The thresholds
   * are letters that fit.
   */
  public String setting() {
    boolean small = rows.size() > LONG_TABLE;
    int letters = 0;
    int least = 0;
    for (int i = 0; i < columns.size(); i++) {
      letters += letters(i) + 2;
      least += (columns.get(i).number() ? letters(i) : Math.min(letters(i), WRAPPED)) + 2;
    }
    if (small) {
      letters = letters * SMALLER / 100;
      least = least * SMALLER / 100;
    }
    if (least > LETTERS_PAGE) {
      return "wide";
    }
    return (columns(letters) + (small ? " small" : "")).strip();
  }

  private String columns(int letters) {
    if (letters <= LETTERS_THIRD && rows.size() >= 2 * SHORT) {
      return "third";
    }
    return letters <= LETTERS_HALF && rows.size() >= SHORT ? "half" : "";
  }

  /**
   * Returns the letters a column needs: of numbers the most, of words what four in five cells have
   * at most, since others may take further lines; sentences need room.
   */
  private int letters(int column) {
    int[] lengths = rows.stream().mapToInt(r -> r.get(column).length()).sorted().toArray();
    boolean number = columns.get(column).number();
    int most = lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * (number ? 5 : 4) / 5];
    for (String word : columns.get(column).label().split(" ", -1)) {
      most = Math.max(most, word.length());
    }
    if (number) {
      return most;
    }
    return most > LONG ? LONG : Math.min(most, WORDS);
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
        return Tongue.NONE;
      }
      return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }

    /** Returns the finished table. */
    public DataTable build() {
      return new DataTable(id, caption, columns, rows);
    }
  }
}
