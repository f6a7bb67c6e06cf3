package org.caretally.report.chart;

/**
 * Ten people in a row, filled from the left as far as a published share goes. It only repeats what
 * stands beside it in words, so it is hidden from those who listen. The filled row is cut off by
 * the frame of an inner picture, which needs no id.
 */
public final class People {
  private static final int PEOPLE = 10;
  private static final int STEP = 16;
  private static final int HEIGHT = 30;

  private People() {}

  /**
   * Returns the markup of a row.
   *
   * @param share a published share, 0 to 1
   */
  public static String row(double share) {
    int width = PEOPLE * STEP;
    StringBuilder people = new StringBuilder();
    for (int i = 0; i < PEOPLE; i++) {
      int x = i * STEP;
      people.append('M').append(x + 11).append(" 5a4 4 0 1 1-8 0a4 4 0 1 1 8 0Z");
      people.append('M').append(x + 1).append(" 30v-12a7 7 0 0 1 12 0v12Z");
    }
    String filled = SvgCanvas.round(width * Math.max(0, Math.min(1, share)));
    return "<svg class=\"people\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 "
        + width
        + " "
        + HEIGHT
        + "\"><path class=\"f-person\" d=\""
        + people
        + "\"/><svg width=\""
        + filled
        + "\" height=\""
        + HEIGHT
        + "\"><path class=\"f-main\" d=\""
        + people
        + "\"/></svg></svg>";
  }
}
