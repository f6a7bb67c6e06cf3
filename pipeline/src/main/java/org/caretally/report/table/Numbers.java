package org.caretally.report.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Words;

/**
 * How published numbers read in English. Only the printed text of a number is used, so that nothing
 * finer than what the gate allowed can appear.
 */
public final class Numbers {
  /** What stands where nothing applies. */
  public static final String NONE = "–";

  private static final String MINUS = "−";

  private Numbers() {}

  /** Returns a share as a percentage such as {@code 34.1%}, or the mark of a withheld one. */
  public static String percent(Cell cell) {
    return cell instanceof Shown ? points(cell) + "%" : plain(cell);
  }

  /** Returns a share in points out of a hundred, without a sign, such as {@code 34.1}. */
  public static String points(Cell cell) {
    if (!(cell instanceof Shown)) {
      return plain(cell);
    }
    return minus(new BigDecimal(cell.text()).movePointRight(2).toPlainString());
  }

  /**
   * Returns a share as a whole percentage such as {@code 34%}, rounded from what is printed, or the
   * mark of a withheld one.
   */
  public static String whole(Cell cell) {
    if (!(cell instanceof Shown)) {
      return plain(cell);
    }
    BigDecimal points = new BigDecimal(cell.text()).movePointRight(2);
    if (points.signum() > 0 && points.compareTo(BigDecimal.ONE) < 0) {
      return "under 1%";
    }
    BigDecimal hundred = BigDecimal.valueOf(100);
    if (points.compareTo(hundred) < 0 && points.compareTo(BigDecimal.valueOf(99)) > 0) {
      return "over 99%";
    }
    return points.setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** Returns a number as it is, with a true minus sign, or the mark of a withheld one. */
  public static String number(Cell cell) {
    return cell instanceof Shown ? minus(cell.text()) : plain(cell);
  }

  /** Returns a count with a comma every three digits, or the mark of a withheld one. */
  public static String count(Cell cell) {
    String text = plain(cell);
    if (!(cell instanceof Shown)) {
      return text;
    }
    return grouped(text);
  }

  /** Returns a number of rows or cells with a comma every three digits. */
  public static String count(long number) {
    return grouped(Long.toString(number));
  }

  private static String grouped(String text) {
    int point = text.indexOf('.');
    StringBuilder out = new StringBuilder(point < 0 ? text : text.substring(0, point));
    for (int i = out.length() - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out + (point < 0 ? "" : text.substring(point));
  }

  /** Returns the interval of a share, such as {@code 31.0–37.2}. */
  public static String interval(Row row) {
    return between(row, points(row.cell("ci_low")), points(row.cell("ci_high")));
  }

  /** Returns the interval of a plain number, such as {@code 11.2 to 12.0}. */
  public static String span(Row row) {
    return between(row, number(row.cell("ci_low")), number(row.cell("ci_high")));
  }

  private static String between(Row row, String low, String high) {
    if (!row.shows("ci_low") || !row.shows("ci_high")) {
      return low;
    }
    boolean signed = low.startsWith(MINUS) || high.startsWith(MINUS);
    return signed ? low + " to " + high : low + "–" + high;
  }

  /** Returns the printed text of a cell; {@link #NONE} where nothing applies. */
  public static String plain(Cell cell) {
    return cell instanceof Words && cell.text().isBlank() ? NONE : cell.text();
  }

  private static String minus(String text) {
    return text.startsWith("-") ? MINUS + text.substring(1) : text;
  }
}
