package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Breaks labels into lines that fit. */
final class Wrap {
  private static final String MORE = "…";

  private Wrap() {}

  /**
   * Returns the lines of a label. Words are kept whole where they fit; what does not fit into the
   * last line is cut and marked with an ellipsis. The table behind a picture has the whole label.
   *
   * @param label the words
   * @param width room in pixels
   * @param size size of the letters in pixels
   * @param lines greatest number of lines, at least 1
   */
  static List<String> lines(String label, double width, double size, int lines) {
    List<String> out = new ArrayList<>();
    String rest = label.strip();
    while (!rest.isEmpty()) {
      if (Fonts.width(rest, size) <= width) {
        out.add(rest);
        return out;
      }
      if (out.size() == lines - 1) {
        out.add(cut(rest, width - Fonts.width(MORE, size), size) + MORE);
        return out;
      }
      String line = line(rest, width, size);
      out.add(line);
      rest = rest.substring(line.length()).strip();
    }
    return out.isEmpty() ? List.of("–") : out;
  }

  /**
   * Returns the lines of a heading, about equally long, so that no single word is left over.
   *
   * @param width most room in pixels
   */
  static List<String> balanced(String label, double width, double size, int lines) {
    List<String> plain = lines(label, width, size, lines);
    if (plain.size() < 2) {
      return plain;
    }
    double even = Fonts.width(label, size) / plain.size();
    for (double room = even; room < width; room += size / 2) {
      List<String> tried = lines(label, room, size, plain.size());
      if (!tried.get(tried.size() - 1).endsWith(MORE)) {
        return tried;
      }
    }
    return plain;
  }

  private static String line(String text, double width, double size) {
    String most = cut(text, width, size);
    int end = most.length();
    if (end < text.length() && text.charAt(end) == ' ') {
      return most;
    }
    int space = most.lastIndexOf(' ');
    int dash = Math.max(most.lastIndexOf('-'), most.lastIndexOf('–')) + 1;
    int at = Math.max(space, dash);
    return at > 0 ? most.substring(0, at) : most;
  }

  private static String cut(String text, double width, double size) {
    int end = 0;
    double used = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      used += Fonts.width(text.substring(end, next), size);
      if (used > width && end > 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing();
  }
}
