package org.caretally.intake;

/**
 * Finds where the first record of a text ends, by the rules of RFC 4180: a quotation mark opens a
 * cell only as its first character, and a doubled one inside stands for itself.
 *
 * @param start where the record begins, after blank lines
 * @param end where its line break begins
 * @param next where the next line begins
 * @param lines line breaks up to {@code next}; one more when the text ends without
 * @param quoted whether a cell of the record is quoted
 * @param closed whether every quotation mark is closed and followed by a delimiter or line break
 */
record RecordEnd(int start, int end, int next, int lines, boolean quoted, boolean closed) {

  static RecordEnd find(String text, char delimiter) {
    int lines = 0;
    int start = 0;
    for (int i = 0; i < text.length() && (isBreak(text, i) || blank(text, i, delimiter)); ) {
      if (isBreak(text, i)) {
        lines++;
        i = after(text, i);
        start = i;
      } else {
        i++;
      }
    }
    int i = start;
    boolean quoted = false;
    boolean first = true;
    while (i < text.length() && !isBreak(text, i)) {
      char c = text.charAt(i);
      if (first && c == '"') {
        quoted = true;
        int close = closing(text, i + 1);
        if (close < 0 || !ends(text, close + 1, delimiter)) {
          return new RecordEnd(start, text.length(), text.length(), lines + 1, true, false);
        }
        lines += breaks(text, i, close);
        i = close;
      }
      first = c == delimiter;
      i++;
    }
    return new RecordEnd(start, i, after(text, i), lines + 1, quoted, true);
  }

  private static boolean blank(String text, int i, char delimiter) {
    return (text.charAt(i) == ' ' || text.charAt(i) == '\t') && text.charAt(i) != delimiter;
  }

  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean ends(String text, int i, char delimiter) {
    return i >= text.length() || text.charAt(i) == delimiter || isBreak(text, i);
  }

  private static int breaks(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (isBreak(text, i)) {
        count++;
        i = after(text, i) - 1;
      }
    }
    return count;
  }

  private static boolean isBreak(String text, int i) {
    return text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  /** Returns the place after a line break, which may be two characters. */
  private static int after(String text, int i) {
    if (i >= text.length()) {
      return i;
    }
    boolean two = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    return i + (two ? 2 : 1);
  }
}
