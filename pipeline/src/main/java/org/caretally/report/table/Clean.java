package org.caretally.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;

/**
 * Makes words from outside fit to print: labels come from data files and may hold anything. Control
 * characters and marks that turn the direction of text go, halves of characters are replaced, and a
 * label longer than {@value #LONGEST} characters is cut. The files keep every label whole.
 */
public final class Clean {
  private static final int LONGEST = 200;
  private static final Set<String> SHORT = Set.of("overlap", "reason", "measured_by", "title");
  private static final Set<String> NAMES =
      Set.of(
          "label",
          "construct_label",
          "measure_label",
          "scale_label",
          "band_label",
          "x_label",
          "y_label");

  private Clean() {}

  /**
   * Returns the table with its words cleaned; numbers stay as they are.
   *
   * @param nameless what stands for a blank name
   */
  public static ProtectedTable table(ProtectedTable table, String nameless) {
    List<Row> rows = new ArrayList<>(table.rows().size());
    for (Row row : table.rows()) {
      List<Cell> cells = new ArrayList<>(row.cells().size());
      for (int i = 0; i < row.cells().size(); i++) {
        Cell cell = row.cells().get(i);
        String column = table.columns().get(i);
        if (cell instanceof Words words) {
          cell = words(words, column, nameless);
          boolean ofNone = column.equals("construct_label") && namesNoTopic(table, row);
          cell = ofNone && words.text().isBlank() ? new Words("") : cell;
          boolean group = column.equals("level_label") && !row.text("domain").isEmpty();
          cell = group && cell.text().isBlank() ? new Words(nameless) : cell;
        }
        cells.add(cell);
      }
      rows.add(new Row(table.columns(), cells));
    }
    return new ProtectedTable(table.id(), table.columns(), rows);
  }

  /** What stands for no challenge or factor has no name of one to miss. */
  private static boolean namesNoTopic(ProtectedTable table, Row row) {
    return table.columns().contains("construct") && row.text("construct").isEmpty();
  }

  private static Words words(Words words, String column, String nameless) {
    String text = text(words.text());
    if (column.endsWith("label") || SHORT.contains(column)) {
      text = cut(text);
    }
    if (NAMES.contains(column) && text.isBlank()) {
      text = nameless;
    }
    return text.equals(words.text()) ? words : new Words(text);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** Returns words without control characters, direction marks and halves of characters. */
  public static String text(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      int replaced = replaced(c);
      if (replaced != c && clean == null) {
        clean = new StringBuilder(text.substring(0, i));
      }
      if (clean != null && replaced >= 0) {
        clean.appendCodePoint(replaced);
      }
      i = end;
    }
    return clean == null ? text : clean.toString();
  }

  private static int replaced(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return ' ';
    }
    int type = Character.getType(c);
    if (type == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF) {
      return 0xFFFD;
    }
    boolean turning = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
    boolean isolating = c >= 0x2066 && c <= 0x2069;
    return type == Character.CONTROL || turning || isolating ? -1 : c;
  }
}
