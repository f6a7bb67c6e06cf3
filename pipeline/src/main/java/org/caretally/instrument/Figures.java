package org.caretally.instrument;

/** Reads numbers and times of day out of text without floating point. */
final class Figures {
  private Figures() {}

  /**
   * Reads a decimal number onto a grid. A comma counts as the decimal sign unless three digits
   * follow it, because "1,000" may be a thousand.
   *
   * @return {@code value * 10^decimals}, or one of the marks of {@link AnswerCodes}
   */
  static long number(String text, int decimals) {
    String s = text.strip();
    boolean minus = s.startsWith("-");
    int i = minus || s.startsWith("+") ? 1 : 0;
    int point = Math.max(s.indexOf('.'), s.indexOf(','));
    int end = point < 0 ? s.length() : point;
    if ((end == i && point < 0) || end - i > 12 || !digits(s, i, end)) {
      return AnswerCodes.NOT_A_NUMBER;
    }
    int last = s.length();
    if (point >= 0) {
      boolean thousands = s.charAt(point) == ',' && s.length() - point == 4;
      if (thousands || !digits(s, point + 1, last) || last - i < 2) {
        return AnswerCodes.NOT_A_NUMBER;
      }
      while (s.charAt(last - 1) == '0') {
        last--;
      }
    }
    int places = point < 0 ? 0 : last - point - 1;
    if (places > decimals) {
      return AnswerCodes.TOO_MANY_DECIMALS;
    }
    long whole = end == i ? 0 : Long.parseLong(s.substring(i, end));
    long part = places <= 0 ? 0 : Long.parseLong(s.substring(point + 1, last));
    long value = whole * Exact.power(decimals) + part * Exact.power(decimals - Math.max(places, 0));
    return minus ? -value : value;
  }

  private static boolean digits(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.charAt(i) < '0' || s.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a time of day: {@code 23:00}, {@code 7:05:00}, {@code 11 pm}, {@code 11:30 PM}.
   *
   * @return minutes after midnight, or one of the marks of {@link AnswerCodes}
   */
  static long clock(String text) {
    String s = text.strip().toLowerCase(java.util.Locale.ROOT).replace(".", "").replace(" ", "");
    boolean am = s.endsWith("am");
    boolean pm = s.endsWith("pm");
    String[] parts = (am || pm ? s.substring(0, s.length() - 2) : s).split(":", -1);
    boolean whole = parts.length == 1 && (am || pm);
    if (parts.length > 3 || (parts.length < 2 && !whole)) {
      return AnswerCodes.NOT_A_NUMBER;
    }
    for (String p : parts) {
      if (p.isEmpty() || p.length() > 2 || !digits(p, 0, p.length())) {
        return AnswerCodes.NOT_A_NUMBER;
      }
    }
    int hour = Integer.parseInt(parts[0]);
    int minute = whole ? 0 : Integer.parseInt(parts[1]);
    boolean twelve = am || pm;
    if (minute > 59 || (twelve ? (hour < 1 || hour > 12) : hour > 23)) {
      return AnswerCodes.OUT_OF_RANGE;
    }
    return (twelve ? hour % 12 + (pm ? 12 : 0) : hour) * 60L + minute;
  }
}
