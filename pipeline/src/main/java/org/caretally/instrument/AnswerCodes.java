package org.caretally.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of one column into the code of one item. Immutable; the text is already known not
 * to mean "no answer".
 */
public final class AnswerCodes implements Serializable {
  /** The text is no label of the item. */
  public static final long UNKNOWN_LABEL = Long.MIN_VALUE + 1;

  /** A number or time that the item does not allow. */
  public static final long OUT_OF_RANGE = Long.MIN_VALUE + 2;

  /** A number was needed. */
  public static final long NOT_A_NUMBER = Long.MIN_VALUE + 3;

  /** More decimals than the item holds exactly. */
  public static final long TOO_MANY_DECIMALS = Long.MIN_VALUE + 4;

  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER_FIRST =
      Pattern.compile("^\\s*([+-]?\\d{1,9})\\s*[-\\u2013\\u2014.:=)]*\\s*(\\S.*)$");
  private static final Pattern NUMBER_LAST = Pattern.compile("^(.*\\S)\\s*[(\\[](\\d{1,9})[)\\]]$");

  /** What kind of answers a column holds. */
  enum Kind {
    OPTIONS,
    NUMBER,
    CLOCK
  }

  private final Kind kind;
  private final int decimals;
  private final long min;
  private final long max;
  private final boolean labelsOnly;
  private final boolean codesOnly;
  private final HashMap<String, Long> exact = new HashMap<>();
  private final HashMap<String, Long> labels = new HashMap<>();
  private final HashMap<Long, Long> numbers = new HashMap<>();
  private final HashSet<String> misprints = new HashSet<>();
  private final ArrayList<String> accepted = new ArrayList<>();

  private AnswerCodes(Kind kind, int decimals, long min, long max, String values) {
    this.kind = kind;
    this.decimals = decimals;
    this.min = min;
    this.max = max;
    this.labelsOnly = values.equals("labels");
    this.codesOnly = values.equals("codes");
  }

  static AnswerCodes number(Responses.Range range) {
    AnswerCodes a = new AnswerCodes(Kind.NUMBER, range.decimals(), range.min(), range.max(), "");
    String most =
        range.decimals() == 0 ? "no decimals" : "at most " + range.decimals() + " decimals";
    a.accepted.add("a number from " + range.from() + " to " + range.to() + ", " + most);
    return a;
  }

  static AnswerCodes clock() {
    AnswerCodes a = new AnswerCodes(Kind.CLOCK, 0, 0, 1439, "");
    a.accepted.add("a time of day such as 23:00 or 11:00 pm");
    return a;
  }

  /**
   * Answers from a list.
   *
   * @param labels normalised text to code
   * @param misprints normalised texts that are known misprints
   * @param numbers code in the export to code of the instrument
   * @param accepted what to tell a user
   */
  static AnswerCodes options(
      String values,
      Map<String, Long> labels,
      Set<String> misprints,
      Map<Long, Long> numbers,
      List<String> accepted) {
    AnswerCodes a = new AnswerCodes(Kind.OPTIONS, 0, 0, 0, values);
    a.labels.putAll(labels);
    a.misprints.addAll(misprints);
    a.numbers.putAll(numbers);
    a.accepted.addAll(accepted);
    numbers.forEach((k, v) -> a.exact.put(Long.toString(k), v));
    return a;
  }

  /**
   * Returns the code of an answer in the instrument's own coding, or one of the marks {@link
   * #UNKNOWN_LABEL}, {@link #OUT_OF_RANGE}, {@link #NOT_A_NUMBER}, {@link #TOO_MANY_DECIMALS}.
   * Case, blanks and punctuation of labels do not matter; "3 - nearly every day" is accepted when
   * number and label agree.
   */
  public long code(String text) {
    Long known = exact.get(text);
    if (known != null) {
      return known;
    }
    return switch (kind) {
      case OPTIONS -> option(text);
      case NUMBER -> inRange(Figures.number(text, decimals));
      case CLOCK -> Figures.clock(text);
    };
  }

  private long inRange(long cell) {
    boolean mark = cell <= TOO_MANY_DECIMALS;
    return mark || (cell >= min && cell <= max) ? cell : OUT_OF_RANGE;
  }

  private long option(String text) {
    Long label = codesOnly ? null : labels.get(Labels.normal(text));
    if (label != null) {
      return label;
    }
    long number = Figures.number(text, 0);
    if (number > TOO_MANY_DECIMALS) {
      Long code = numbers.get(number);
      if (code != null) {
        return code;
      }
      return labelsOnly || numbers.isEmpty() ? UNKNOWN_LABEL : OUT_OF_RANGE;
    }
    if (number == TOO_MANY_DECIMALS) {
      return OUT_OF_RANGE;
    }
    long both = both(text);
    return both == UNKNOWN_LABEL && codesOnly ? NOT_A_NUMBER : both;
  }

  private long both(String text) {
    Matcher first = NUMBER_FIRST.matcher(text);
    if (first.matches()) {
      return agree(first.group(2), first.group(1));
    }
    Matcher last = NUMBER_LAST.matcher(text.strip());
    return last.matches() ? agree(last.group(1), last.group(2)) : UNKNOWN_LABEL;
  }

  private long agree(String label, String number) {
    Long code = labels.get(Labels.normal(label));
    if (code == null) {
      return UNKNOWN_LABEL;
    }
    boolean numberCounts = !labelsOnly && !numbers.isEmpty();
    return numberCounts && !code.equals(numbers.get(Long.parseLong(number))) ? UNKNOWN_LABEL : code;
  }

  /** Returns whether a text is a known misprint of a label: it is scored, and reported. */
  public boolean suspicious(String text) {
    return !misprints.isEmpty() && misprints.contains(Labels.normal(text));
  }

  /** Returns whether some texts are known misprints, so that {@link #suspicious} can be true. */
  public boolean knowsMisprints() {
    return !misprints.isEmpty();
  }

  /** Returns whether answers are chosen from a list. */
  public boolean options() {
    return kind == Kind.OPTIONS;
  }

  /** Returns the codes of the list of answers, ascending; empty for numbers and times. */
  public List<Long> codes() {
    TreeSet<Long> codes = new TreeSet<>(labels.values());
    codes.addAll(numbers.values());
    return List.copyOf(codes);
  }

  /** Returns what is accepted, one phrase per answer, for messages. */
  public List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** Returns whether numbers are read as codes, so that a shifted numbering could go unseen. */
  boolean readsNumbers() {
    return kind == Kind.OPTIONS && !numbers.isEmpty();
  }

  /**
   * Returns how far an out-of-range text lies beside the codes: 1 for one above the largest, -1 for
   * one below the smallest, 0 for anything else and where the codes are not consecutive numbers.
   */
  int offBy(String text) {
    long number = Figures.number(text, 0);
    if (!readsNumbers() || number <= TOO_MANY_DECIMALS) {
      return 0;
    }
    long low = Collections.min(numbers.keySet());
    long high = Collections.max(numbers.keySet());
    boolean consecutive = high - low == numbers.size() - 1L;
    return !consecutive ? 0 : number == high + 1 ? 1 : number == low - 1 ? -1 : 0;
  }
}
