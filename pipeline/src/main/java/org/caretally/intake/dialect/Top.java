package org.caretally.intake.dialect;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first records of a file, cleaned cell by cell. What is a header and what an answer is for the
 * dialect to say, so nothing of it may reach a message.
 *
 * @param rows records, each a list of cells
 */
public record Top(List<List<String>> rows) {
  /** More records are never needed to know a platform. */
  public static final int MOST = 8;

  /** Copies the records. */
  public Top {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns a cell; empty beyond the end of a record or of the records. */
  public String cell(int row, int column) {
    boolean there = row < rows.size() && column < rows.get(row).size();
    return there ? rows.get(row).get(column) : "";
  }

  /** Returns the number of cells of a record; 0 for none. */
  public int width(int row) {
    return row < rows.size() ? rows.get(row).size() : 0;
  }

  /** Returns the cells of a record, folded: letters and digits in lower case. */
  public Set<String> folded(int row) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < width(row); i++) {
      names.add(fold(cell(row, i)));
    }
    return names;
  }

  /** Returns how many cells of a record hold something. */
  public long filled(int row) {
    return row < rows.size() ? rows.get(row).stream().filter(c -> !c.isBlank()).count() : 0;
  }

  /** Returns letters and digits in lower case. */
  public static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}#]+", "");
  }
}
