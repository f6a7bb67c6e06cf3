package org.caretally.intake.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells from a sample of a column's values whether it may say who a person is. The rules are those
 * of a careful reader, not a proof: a column that passes may still identify somebody.
 */
public final class ValueTest {
  /** Fewer values cannot tell a column of everybody's own from one of a few answers. */
  private static final int FEWEST = 20;

  private static final int FEWEST_TEXTS = 5;
  private static final double UNIQUE = 0.95;
  private static final double REPEATED = 0.5;
  private static final double LONG_MEAN = 40;
  private static final int SENTENCE_WORDS = 4;
  private static final double SENTENCES = 0.3;

  private static final int LONGEST = 2_000;
  private static final Set<String> BLANK =
      Set.of("na", "n/a", "nan", "null", "none", "-", ".", "?");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9][0-9 .,]*%?|[-+]?[.,]?[0-9]+(?:[eE][-+]?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[ T].*)?|\\d{1,2}:\\d{2}(?::\\d{2}.*)?.{0,3}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]*[0-9][A-Za-z0-9]*");
  private static final double CHANCE = 0.05;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Shape[] shapes = Shape.all();

  /**
   * Returns what the values of one column look like, if they may say who a person is.
   *
   * @param sample the cells of a sample of rows, blank ones among them
   */
  public Optional<Kind> of(List<String> sample) {
    List<String> values = sample.stream().map(ValueTest::clean).filter(v -> !v.isEmpty()).toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Set<String> distinct = new HashSet<>(values);
    for (Shape shape : shapes) {
      long hits = values.stream().filter(shape.test()).count();
      boolean chance =
          shape.kind() == Kind.NATIONAL_NUMBER && hits < CHANCE * values.size() && keys(values);
      if (!chance && shape.enough(hits, values.size()) && varied(shape, distinct, values.size())) {
        return Optional.of(shape.kind());
      }
    }
    return texts(values);
  }

  /**
   * Random keys of letters and digits, all of one length: one in some hundreds looks like a number
   * of the state by chance.
   */
  private static boolean keys(List<String> values) {
    int length = values.get(0).length();
    return values.size() >= FEWEST
        && share(values, v -> v.length() == length && KEY.matcher(v).matches()) >= UNIQUE;
  }

  /**
   * Numbers with a check digit or the form of a telephone number may be codes of answers; those
   * repeat.
   */
  private static boolean varied(Shape shape, Set<String> distinct, int values) {
    return shape.share() < 0.3 || distinct.size() >= Math.min(3, values);
  }

  /** What is no number is judged by itself: a column may hold numbers and remarks. */
  private static Optional<Kind> texts(List<String> values) {
    List<String> texts = values.stream().filter(v -> !NUMBER.matcher(v).matches()).toList();
    double distinct = new HashSet<>(texts).size() / (double) Math.max(1, texts.size());
    if (texts.size() < FEWEST_TEXTS || distinct < REPEATED) {
      return Optional.empty();
    }
    boolean unique = texts.size() >= FEWEST && distinct >= UNIQUE;
    boolean most = texts.size() * 2 > values.size();
    if (share(texts, v -> TIME.matcher(v).matches()) >= UNIQUE) {
      return unique && most ? Optional.of(Kind.EXACT_TIME) : Optional.empty();
    }
    double mean = texts.stream().mapToInt(String::length).average().orElse(0);
    double sentences = share(texts, v -> BLANKS.split(v, SENTENCE_WORDS).length == SENTENCE_WORDS);
    if (mean > LONG_MEAN || sentences > SENTENCES) {
      return Optional.of(Kind.FREE_TEXT);
    }
    return unique && most ? Optional.of(Kind.NEAR_UNIQUE) : Optional.empty();
  }

  private static double share(List<String> values, Predicate<String> test) {
    return values.isEmpty() ? 0 : values.stream().filter(test).count() / (double) values.size();
  }

  private static String clean(String cell) {
    String text = (cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell).strip();
    return BLANK.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
  }
}
