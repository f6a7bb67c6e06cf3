package org.caretally.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How finely numbers are published: counts to the nearest five; shares to whole percents, means to
 * one decimal, each one digit finer from 1,000 people upwards; correlations to two decimals;
 * p-values to three, never below 0.001. Under public use every number is printed so that it reads
 * back as the same double.
 */
final class Precision {
  private static final long MANY = 1_000;
  private static final int STEP = 5;
  private static final int EXACT = 100;

  private final boolean rounds;

  Precision(boolean rounds) {
    this.rounds = rounds;
  }

  Cell count(double number) {
    if (!rounds) {
      return whole(number);
    }
    return whole(STEP * Math.rint(number / STEP));
  }

  /**
   * Degrees of freedom. Where people are the units they are the base less the strata, so they are
   * rounded by as much as the base is: the two together tell no more than one.
   */
  Cell degrees(double df, long base) {
    boolean ofPeople = df >= EXACT && df > base / 2.0;
    return whole(rounds && ofPeople ? df + STEP * Math.rint((double) base / STEP) - base : df);
  }

  /** An effective number of people, which is no whole number. */
  Cell effective(double number) {
    return rounds ? count(number) : fixed(number, 0);
  }

  Cell whole(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return new Withheld(Withheld.Mark.NOT_APPLICABLE);
    }
    if (number == Math.rint(number)) {
      return new Shown(number, BigDecimal.valueOf(number).setScale(0).toPlainString());
    }
    return fixed(number, 0);
  }

  /** A value of a statistic, or a limit or standard error of it. */
  Cell value(double number, String statistic, long base) {
    int more = base >= MANY ? 1 : 0;
    return switch (statistic) {
      case "prevalence" -> fixed(number, 2 + more);
      case "mean" -> fixed(number, 1 + more);
      default -> fixed(number, 2);
    };
  }

  Cell ratio(double number) {
    return fixed(number, 1);
  }

  Cell probability(double number) {
    return rounds ? fixed(Math.max(number, 0.001), 3) : fixed(number, 3);
  }

  private Cell fixed(double number, int decimals) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return new Withheld(Withheld.Mark.NOT_APPLICABLE);
    }
    if (!rounds) {
      return new Shown(number, Double.toString(number));
    }
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    return new Shown(rounded.doubleValue() + 0.0, rounded.toPlainString());
  }
}
