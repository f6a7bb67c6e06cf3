package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short forms of many column names: <code>Q{1..9}</code>, <code>Q{01..10}</code>, <code>Q{a..j}
 * </code>, <code>Q{1,2,5}</code>; several in one text multiply, the first varies slowest. A literal
 * brace is doubled.
 */
final class NamePattern {
  /** No instrument has as many items; a slip such as {1..10000} is caught. */
  static final int MOST = 500;

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})");
  private static final Pattern LETTERS =
      Pattern.compile("([a-z])\\.\\.([a-z])|([A-Z])\\.\\.([A-Z])");

  private NamePattern() {}

  /** Why a text is no pattern: what is wrong with it, and a fix; both may be shown. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final String fix;

    Fault(String what, String fix) {
      super(what);
      this.fix = fix;
    }

    String fix() {
      return fix;
    }
  }

  /**
   * Returns the column names a text stands for.
   *
   * @throws Fault if braces do not match, hold no pattern, or give more than {@link #MOST} names
   */
  static List<String> expand(String text) throws Fault {
    List<String> names = List.of("");
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if (c == '{' && !doubled) {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw new Fault("a { has no }", doubledBraces(text));
        }
        names = times(names, alternatives(text, text.substring(i + 1, end)));
        i = end + 1;
      } else if (c == '}' && !doubled) {
        throw new Fault("a } has no {", doubledBraces(text));
      } else {
        names = times(names, List.of(String.valueOf(c)));
        i += c == '{' || c == '}' ? 2 : 1;
      }
    }
    return names;
  }

  private static String doubledBraces(String text) {
    return Paste.scalar(text.replace("{", "{{").replace("}", "}}"))
        + " if the braces belong to the name";
  }

  private static List<String> times(List<String> heads, List<String> tails) throws Fault {
    if ((long) heads.size() * tails.size() > MOST) {
      throw new Fault("the pattern gives more than " + MOST + " columns", "name fewer columns");
    }
    List<String> all = new ArrayList<>();
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }

  private static List<String> alternatives(String text, String inside) throws Fault {
    Matcher numbers = NUMBERS.matcher(inside);
    if (numbers.matches()) {
      return numbers(numbers.group(1), numbers.group(2));
    }
    Matcher letters = LETTERS.matcher(inside);
    if (letters.matches()) {
      return letters(inside.charAt(0), inside.charAt(3));
    }
    List<String> parts = List.of(inside.split(",", -1)).stream().map(String::strip).toList();
    if (parts.size() < 2 || parts.contains("")) {
      throw new Fault("{" + inside + "} is no pattern", doubledBraces(text));
    }
    return parts;
  }

  private static List<String> numbers(String from, String to) throws Fault {
    int first = Integer.parseInt(from);
    int last = Integer.parseInt(to);
    forwards(first, last, from, to);
    boolean padded = padded(from) || padded(to);
    int width = padded ? Math.max(from.length(), to.length()) : 1;
    List<String> all = new ArrayList<>();
    for (int n = first; n <= last; n++) {
      String digits = Integer.toString(n);
      all.add("0".repeat(Math.max(0, width - digits.length())) + digits);
    }
    return all;
  }

  private static boolean padded(String digits) {
    return digits.length() > 1 && digits.startsWith("0");
  }

  private static List<String> letters(char first, char last) throws Fault {
    forwards(first, last, String.valueOf(first), String.valueOf(last));
    List<String> all = new ArrayList<>();
    for (char c = first; c <= last; c++) {
      all.add(String.valueOf(c));
    }
    return all;
  }

  private static void forwards(int first, int last, String from, String to) throws Fault {
    if (first > last) {
      throw new Fault("a pattern runs backwards", "{" + to + ".." + from + "}");
    }
    if (last - first >= MOST) {
      throw new Fault("the pattern gives more than " + MOST + " columns", "name fewer columns");
    }
  }
}
