package org.caretally.study.draft;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caretally.study.Paste;

/** Writes the columns of an instrument as a pattern where one gives them, else as a list. */
final class ColumnNames {
  private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d{1,4})(\\D*)");

  private ColumnNames() {}

  static String shortest(List<String> names) {
    Matcher first = NUMBER.matcher(names.get(0));
    Matcher last = NUMBER.matcher(names.get(names.size() - 1));
    if (names.size() > 1 && first.matches() && last.matches()) {
      String pattern =
          braces(first.group(1))
              + "{"
              + first.group(2)
              + ".."
              + last.group(2)
              + "}"
              + braces(first.group(3));
      if (expands(first, names)) {
        return quoted(pattern);
      }
    }
    if (names.size() == 1) {
      return "[" + Paste.scalar(braces(names.get(0))) + "]";
    }
    return names.stream()
        .map(n -> Paste.scalar(braces(n)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns whether the names count up from the first by one. */
  private static boolean expands(Matcher first, List<String> names) {
    int from = Integer.parseInt(first.group(2));
    boolean padded = first.group(2).startsWith("0") && first.group(2).length() > 1;
    int width = padded ? first.group(2).length() : 1;
    for (int i = 0; i < names.size(); i++) {
      String digits = Integer.toString(from + i);
      String number = "0".repeat(Math.max(0, width - digits.length())) + digits;
      if (!names.get(i).equals(first.group(1) + number + first.group(3))) {
        return false;
      }
    }
    return true;
  }

  private static String braces(String name) {
    return name.replace("{", "{{").replace("}", "}}");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
