package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.caretally.codebook.Missing;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/** Puts the counts of {@link ItemChecks} into words. The thresholds are conventions. */
final class ItemFindings {
  /** Fewest respondents for a finding that rests on a pattern. */
  static final long FEWEST = 50;

  /** An item-rest correlation at or below this, in percent, runs the wrong way. */
  static final long WRONG_WAY = -10;

  /** An item-rest correlation at or above this, in percent, is a score among the items. */
  static final long TOO_CLOSE = 98;

  private static final int FEWEST_COLUMNS = 3;
  private static final int FEW = 11;
  private static final int STEP = 5;

  private final ItemChecks checks;
  private final String instrument;
  private final List<String> columns;
  private final Place where;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  ItemFindings(ItemChecks checks, String instrument, List<String> columns, Place where) {
    this.checks = checks;
    this.instrument = instrument;
    this.columns = List.copyOf(columns);
    this.where = where;
  }

  List<Problem> all() {
    if (!shifted()) {
      lowestNeverUsed();
    }
    scoreAmongItems();
    directions();
    for (int c = 0; c < columns.size(); c++) {
      if (checks.suspicious[c] > 0) {
        add(
            Code.SUSPICIOUS_LABEL,
            "column "
                + columns.get(c)
                + " holds a known misprint of an answer label in "
                + rows(checks.suspicious[c])
                + "; it was read as the label that was meant",
            "correct the label in the survey platform before the next survey");
      }
    }
    if (checks.straightLined() > 0) {
      add(
          Code.STRAIGHT_LINING,
          rows(checks.straightLined())
              + " give the same answer to a whole scale that has reversed items",
          "compare the results with and without them");
    }
    if (checks.inconsistentSkips() > 0) {
      add(
          Code.INCONSISTENT_SKIP,
          rows(checks.inconsistentSkips())
              + " answer questions that an earlier answer had ruled out; the answers are kept",
          "check the skip rule in the survey platform");
    }
    List<Problem> all = new ArrayList<>(errors);
    all.addAll(warnings);
    return all;
  }

  /**
   * A count in words. Findings reach the report, so that a small one is not named and a larger one
   * is rounded like every other count.
   */
  private static String rows(long n) {
    long rounded = STEP * ((n + STEP / 2) / STEP);
    return n < FEW ? "fewer than " + FEW + " rows" : "about " + rounded + " rows";
  }

  private void add(Code code, String what, String fix) {
    Problem problem = Problem.of(code, where, instrument + ": " + what, fix);
    (code.warning() ? warnings : errors).add(problem);
  }

  private boolean counts(int c) {
    return checks.readsNumbers[c] && !Missing.is(checks.lowestCode[c]);
  }

  /** All numbers lie in the range moved by one, and the number beyond the range occurs. */
  private boolean shifted() {
    long beyond = 0;
    boolean up = true;
    boolean down = true;
    for (int c = 0; c < columns.size(); c++) {
      if (counts(c)) {
        beyond += checks.oneAbove[c] + checks.oneBelow[c];
        up &= checks.lowest[c] == 0 && checks.outside[c] == checks.oneAbove[c];
        down &= checks.outside[c] == checks.oneBelow[c];
      }
    }
    if (beyond == 0 || !(up || down)) {
      return false;
    }
    String variant = up ? Variants.FROM_ONE : Variants.FROM_ZERO;
    add(
        Code.ANSWERS_SHIFTED,
        "every answer looks "
            + (up ? "one too high" : "one too low")
            + ": the numbers of the export do not start where the instrument's codes start",
        "if the export numbers the answers from " + (up ? 1 : 0) + ", write variant: " + variant);
    return true;
  }

  private void lowestNeverUsed() {
    int looked = 0;
    for (int c = 0; c < columns.size(); c++) {
      if (counts(c)) {
        looked++;
        if (checks.lowest[c] > 0 || checks.answered[c] < FEWEST) {
          return;
        }
      }
    }
    if (looked >= FEWEST_COLUMNS) {
      add(
          Code.NEVER_LOWEST,
          "nobody gives the lowest answer to any item",
          "check that the export's numbers start where the instrument's codes start; if they start"
              + " at 1, write variant: "
              + Variants.FROM_ONE);
    }
  }

  private void scoreAmongItems() {
    TreeSet<Integer> found = new TreeSet<>();
    for (KeySums scale : checks.scales) {
      for (int i = 0; i < scale.size() && scale.respondents() >= FEWEST; i++) {
        if (scale.beyond(i, true, TOO_CLOSE)) {
          found.add(scale.column(i));
        }
      }
    }
    int outside = -1;
    int columnsOutside = 0;
    for (int c = 0; c < columns.size(); c++) {
      if (checks.outside[c] > 0) {
        columnsOutside++;
        outside = c;
      }
    }
    boolean mostly = columnsOutside == 1 && 4 * checks.outside[outside] >= checks.answered[outside];
    if (mostly && columns.size() > 1 && checks.readsNumbers[outside]) {
      found.add(outside);
    }
    // Two columns that are nearly each other's sum, as in a scale of equal answers, are no score.
    if (found.size() == 1) {
      add(
          Code.SCORE_AMONG_ITEMS,
          "column " + columns.get(found.first()) + " looks like a score, not like an item",
          "map the item's own column");
    }
  }

  private void directions() {
    TreeSet<Integer> told = new TreeSet<>();
    for (KeySums scale : checks.scales) {
      if (scale.respondents() < FEWEST) {
        continue;
      }
      TreeSet<Integer> wrong = new TreeSet<>();
      boolean better = scale.hasReversed();
      boolean onlyReversed = scale.hasReversed();
      for (int i = 0; i < scale.size(); i++) {
        boolean negative = scale.beyond(i, true, WRONG_WAY);
        if (negative) {
          wrong.add(scale.column(i));
        }
        onlyReversed &= negative == scale.reversed(i);
        better &= !scale.beyond(i, false, WRONG_WAY);
      }
      wrong.removeAll(told);
      if (wrong.isEmpty()) {
        continue;
      }
      told.addAll(wrong);
      if (onlyReversed || better) {
        add(
            Code.ITEM_DIRECTION,
            "the items that the key reverses run with the others: the export is already reversed",
            "export the answers as they were given, or define a variant of your own");
      } else {
        add(
            Code.ITEM_DIRECTION,
            Wording.count(wrong.size(), "column runs", "columns run")
                + " against the rest of the scale: "
                + String.join(", ", wrong.stream().map(columns::get).toList()),
            "check the order of the columns and whether an item is already reversed");
      }
    }
  }
}
