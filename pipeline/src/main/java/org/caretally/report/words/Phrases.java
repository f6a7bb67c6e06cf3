package org.caretally.report.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fixed texts of other rooms in the language of the report. Rooms below the report know no language
 * and write English, because their words go into files that are the same in every language. So the
 * report finds a text by its English: whole, or by a pattern such as {@code {a} at or above {n1}},
 * or by the parts that a separator joins. Whatever is not found was written by somebody else and
 * stays as it is. Arguments named n and a digit are numbers, all others are texts, found in turn.
 */
final class Phrases {
  private static final int LONGEST = 2000;
  private static final Pattern HOLE = Pattern.compile("\\{([a-z]\\d?)\\}");
  private static final Pattern BRACKETS = Pattern.compile("(?s)([^;(]+?) \\(([^;(]+)\\)");

  /** Separators that keep their place, those between sentences first. */
  private static final List<String> SEPARATORS = List.of(".; ", ". ", "; ", ": ");

  private final Map<String, String> whole = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, String> known = new HashMap<>();
  private final Function<BigDecimal, String> numbers;

  /**
   * A pattern and its translation.
   *
   * @param letters how much of it is fixed: the fuller pattern goes first
   */
  private record Shape(Pattern pattern, List<String> holes, String words, int letters) {}

  /**
   * Prepares the texts of a language.
   *
   * @param english texts by key
   * @param own the same keys in the language
   * @param numbers how a number reads
   */
  Phrases(
      Map<String, String> english, Map<String, String> own, Function<BigDecimal, String> numbers) {
    this.numbers = numbers;
    new LinkedHashMap<>(english)
        .forEach(
            (key, text) -> {
              if (HOLE.matcher(text).find()) {
                shapes.add(shape(text, own.get(key)));
              } else {
                whole.put(text, own.get(key));
              }
            });
    shapes.sort(
        Comparator.comparingInt((Shape s) -> -s.letters())
            .thenComparing(s -> s.pattern().pattern()));
  }

  private static Shape shape(String english, String own) {
    StringBuilder pattern = new StringBuilder("(?s)");
    List<String> holes = new ArrayList<>();
    Matcher hole = HOLE.matcher(english);
    int at = 0;
    while (hole.find()) {
      pattern.append(Pattern.quote(english.substring(at, hole.start())));
      pattern.append(hole.group(1).startsWith("n") ? "(-?\\d+(?:\\.\\d+)?)" : "([^;]*?[^;,])");
      holes.add(hole.group(1));
      at = hole.end();
    }
    pattern.append(Pattern.quote(english.substring(at)));
    int letters = HOLE.matcher(english).replaceAll("").length();
    return new Shape(Pattern.compile(pattern.toString()), holes, own, letters);
  }

  /** Returns a whole text in the language, or as it is. */
  String whole(String text) {
    return whole.getOrDefault(text, text);
  }

  /** Returns a text in the language, or as it is when it is none of the fixed ones. */
  String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String before = known.get(text);
    if (before == null) {
      before = find(text);
      known.put(text, before);
    }
    return before;
  }

  private String find(String text) {
    String fixed = whole.get(text);
    if (fixed != null) {
      return fixed;
    }
    for (Shape shape : shapes) {
      Matcher matcher = shape.pattern().matcher(text);
      if (matcher.matches() && fits(matcher)) {
        return filled(shape, matcher);
      }
    }
    for (String separator : SEPARATORS) {
      String joined = split(text, separator);
      if (!joined.equals(text)) {
        return joined;
      }
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.matches()) {
      return of(brackets.group(1)) + " (" + of(brackets.group(2)) + ")";
    }
    String listed = split(text, ", ");
    if (!listed.equals(text)) {
      return listed;
    }
    return text.endsWith(".") ? of(text.substring(0, text.length() - 1)) + "." : text;
  }

  /** A text that goes on after brackets and a comma is a list, and not one thing. */
  private static boolean fits(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i).contains("), ")) {
        return false;
      }
    }
    return true;
  }

  private String filled(Shape shape, Matcher matcher) {
    StringBuilder words = new StringBuilder();
    Matcher hole = HOLE.matcher(shape.words());
    int at = 0;
    while (hole.find()) {
      words.append(shape.words(), at, hole.start());
      String value = matcher.group(shape.holes().indexOf(hole.group(1)) + 1);
      boolean number = hole.group(1).startsWith("n");
      words.append(number ? numbers.apply(new BigDecimal(value)) : of(value));
      at = hole.end();
    }
    return words.append(shape.words().substring(at)).toString();
  }

  /**
   * Splits where a whole text ends, else after the first words that are known, else at the first
   * separator; never inside brackets.
   */
  private String split(String text, String separator) {
    int at = -1;
    int depth = 0;
    boolean found = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (depth == 0 && text.startsWith(separator, i)) {
        String left = text.substring(0, i);
        if (whole.containsKey(left)) {
          at = i;
        } else if (at < 0 || (!found && !of(left).equals(left))) {
          found = at >= 0 || !of(left).equals(left);
          at = i;
        }
      }
    }
    if (at < 0) {
      return text;
    }
    return of(text.substring(0, at)) + separator + of(text.substring(at + separator.length()));
  }
}
