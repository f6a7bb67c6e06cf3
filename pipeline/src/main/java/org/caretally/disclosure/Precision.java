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
  static final long MANY = 1_000;
  private static final int STEP = 5;
  private static final int ENOUGH = 200;

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
   * An effective number of people. When it is rounded it follows the rounded base, so that it tells
   * nothing finer about it.
   */
  Cell effective(double number, long base) {
    if (!rounds || Double.isNaN(number) || base == 0) {
      return fixed(number, 0);
    }
    double ratio = Math.rint(100 * number / base) / 100;
    return count(STEP * Math.rint(base / (double) STEP) * ratio);
  }

  /**
   * Degrees of freedom. Where people are sampled one by one they tell the base; from {@value
   * #ENOUGH} upwards more of them change no interval that is printed.
   */
  Cell df(double number) {
    return rounds ? count(Math.min(number, ENOUGH)) : whole(number);
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
      case "prevalence",
          "prevalence_difference",
          "prevalence_trend",
          "prevalence_change",
          "prevalence_linear_trend",
          "prevalence_quadratic_trend",
          "average_marginal_effect",
          "alpha",
          "omega" ->
          fixed(number, 2 + more);
      case "mean",
          "mean_difference",
          "mean_change",
          "mean_linear_trend",
          "mean_quadratic_trend",
          "mean_trend",
          "sd" ->
          fixed(number, 1 + more);
      case "people" -> people(number);
      // the base of a quantile is its smaller side, which must not set the digits
      case "q25", "q50", "q75" -> fixed(number, 1);
      default -> fixed(number, 2);
    };
  }

  /**
   * People of the population: two digits, and never finer than counts, so that a total tells no
   * more than the share it goes with.
   */
  private Cell people(double number) {
    if (!rounds || !Double.isFinite(number)) {
      return fixed(number, 0);
    }
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(Math.abs(number), 1))) - 1);
    return step <= STEP ? count(number) : whole(step * Math.rint(number / step));
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
