package org.caretally.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * The published tables that a release keeps beside its estimates, and what of each could be
 * subtracted from the same table of another report.
 *
 * <p>Differences of groups and tests of them are not kept: they follow from estimates and numbers
 * of people that are.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum Kept {
  /** How many scores of a group rest on fewer items, or could not be made. */
  ESTIMATES(Kind.COUNTS, "wave domain level measure", "", "prorated unscorable"),
  /** Severity bands. */
  BANDS(Kind.RESULTS, "wave domain level scale band", "n", "estimate"),
  /** Lowest and highest scores. */
  ENDS(Kind.RESULTS, "wave scale end", "n", "estimate"),
  /** Questions about self-harm. */
  SAFETY(Kind.RESULTS, "wave measure", "n", "estimate"),
  /** Standard deviations and quartiles. */
  SPREAD(Kind.RESULTS, "wave measure statistic", "n_answered", "estimate"),
  /** Cases in the population, ratios, design effects. */
  DESCRIPTIVES(Kind.RESULTS, "wave measure over statistic", "n", "estimate"),
  /** Changes between waves. */
  CHANGES(Kind.RESULTS, "wave from domain level measure statistic", "n", "estimate"),
  /** Correlations. */
  CORRELATIONS(Kind.MODELS, "wave domain level x y method given", "n", "estimate"),
  /** Lines of models. */
  MODELS(Kind.MODELS, "wave model outcome with group reference step statistic", "n", "estimate"),
  /** Tests of models. */
  MODEL_CHECKS(Kind.MODELS, "wave model outcome with part statistic", "n", "estimate"),
  /** Points of curves. */
  CURVES(Kind.MODELS, "wave of at measure adjusted_for statistic", "n", "estimate"),
  /** How far items agree. */
  RELIABILITY(Kind.MODELS, "wave scale item statistic", "n", "estimate"),
  /** Results with missing scores filled in. */
  IMPUTATION(Kind.MODELS, "wave measure answers statistic", "n filled_in", "estimate"),
  /** Bins of scores and numbers. */
  DISTRIBUTIONS(Kind.BINS, "wave measure", "n", "share"),
  /** Answers to questions. */
  ITEMS(Kind.BINS, "wave instrument item column", "n", "share"),
  /** Who answered a question, left it out or was not asked. */
  MISSING_ANSWERS("items", Kind.COUNTS, "wave instrument item column", "", "n blank not_asked"),
  /** Rows read and set aside. */
  FLOW(Kind.COUNTS, "step", "", "rows"),
  /** How many scores could be made. */
  SCALES(Kind.COUNTS, "measure", "", "complete prorated unscorable blank"),
  /** How many people each construct was measured in. */
  COVERAGE(Kind.COUNTS, "construct measure", "", "n"),
  /** What was noticed in the answers. */
  QUALITY(Kind.COUNTS, "check label rule", "", "count");

  /** What the numbers of a table are. */
  enum Kind {
    /** Each number is a mean or share of its people. */
    RESULTS,
    /** Each number depends on choices besides the people, so that others alone tell nothing. */
    MODELS,
    /** Each number is a count of people. */
    COUNTS,
    /** Each row is the share of people between two values. */
    BINS
  }

  private final String table;
  private final Kind kind;
  private final List<String> keys;
  private final List<String> people;
  private final List<String> numbers;

  Kept(Kind kind, String keys, String people, String numbers) {
    this("", kind, keys, people, numbers);
  }

  Kept(String table, Kind kind, String keys, String people, String numbers) {
    this.table = table.isEmpty() ? name().toLowerCase(java.util.Locale.ROOT) : table;
    this.kind = kind;
    this.keys = names(keys);
    this.people = names(people);
    this.numbers = names(numbers);
  }

  private static List<String> names(String blanks) {
    return blanks.isEmpty() ? List.of() : List.of(blanks.split(" ", -1));
  }

  /** Returns the ids of all tables to keep, each once. */
  public static List<String> tables() {
    return Arrays.stream(values()).map(k -> k.table).distinct().toList();
  }

  String table() {
    return table;
  }

  Kind kind() {
    return kind;
  }

  List<String> keys() {
    return keys;
  }

  List<String> people() {
    return people;
  }

  List<String> numbers() {
    return numbers;
  }
}
