package org.caretally.estimate;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How a group differs from others that have no member in common with it: the difference of means or
 * shares, and effect sizes.
 *
 * <p>Estimands, with totals (W, X, Q) of 1, x, x² in each group, μ = X/W and p = X/W: μ₁ − μ₂; p₁ −
 * p₂; the prevalence ratio p₁/p₂; the odds ratio; Cohen's d = (μ₁ − μ₂)/s with s² = (W₁σ₁² +
 * W₂σ₂²)/(W₁ + W₂). All are smooth in the six totals, so the standard error is that of one linear
 * function of PSU totals. The variance of a difference is V₁ + V₂ − 2C: groups of one survey share
 * PSUs, and to leave out C is the usual mistake. Intervals: t on the design's degrees of freedom;
 * for ratios on the scale of the logarithm. Only the difference carries a test, since all of them
 * ask one question.
 *
 * <p>Binder, D. A. (1983). doi:10.2307/1402588. Cohen, J. (1988). Statistical Power Analysis for
 * the Behavioral Sciences.
 */
public final class Difference {
  private static final long FEWEST = 30;

  private Difference() {}

  /**
   * Compares groups.
   *
   * @param measure a {@link Mean} or a {@link Proportion}
   * @param group sums of the group, for this measure; one or more domains
   * @param others sums of those it is compared with
   * @return the difference first, then the effect sizes; nothing for other measures
   */
  public static List<Estimate> of(
      Estimator measure, List<DomainSums> group, List<DomainSums> others) {
    TwoGroups two = new TwoGroups(group, others);
    if (measure instanceof Mean mean) {
      long n = Math.min(sum(group, mean::people), sum(others, mean::people));
      return ofMeans(two, mean.grid(), new Base(n, -1, two.df(), true));
    }
    if (measure instanceof Proportion share) {
      long n1 = sum(group, share::people);
      long n2 = sum(others, share::people);
      long c1 = sum(group, share::cases);
      long c2 = sum(others, share::cases);
      long fewest = Math.min(Math.min(c1, c2), Math.min(n1 - c1, n2 - c2));
      return ofShares(two, new Base(Math.min(n1, n2), fewest, two.df(), fewest > 0));
    }
    return List.of();
  }

  /**
   * Returns how many people answered a measure.
   *
   * @param sums of any domains
   */
  public static long people(Estimator measure, List<DomainSums> sums) {
    return measure instanceof Mean mean
        ? sum(sums, mean::people)
        : sum(sums, ((Proportion) measure)::people);
  }

  private static long sum(List<DomainSums> domains, ToLongFunction<DomainSums> number) {
    return domains.stream().mapToLong(number).sum();
  }

  /**
   * What the numbers rest on.
   *
   * @param n people in the smaller group
   * @param fewest people in the smallest of the four cells of case by group; -1 for means
   * @param df degrees of freedom
   * @param ratios whether ratios exist
   */
  private record Base(long n, long fewest, long df, boolean ratios) {

    Reliability grade() {
      return n < FEWEST
          ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers in a group")
          : NchsStandard.reviewOf(df);
    }

    /** A number that may take any value, with or without a test. */
    Estimate linear(String statistic, double value, double se, boolean tested) {
      double half = Quantiles.t975(df) * se;
      double p = tested ? Quantiles.twoSided(value / se, df) : Double.NaN;
      return make(statistic, value, se, new Interval(value - half, value + half, "t"), p);
    }

    /** A positive number, given by its logarithm and the standard error of that. */
    Estimate positive(String statistic, double log, double se) {
      double half = Quantiles.t975(df) * se;
      Interval interval = new Interval(Math.exp(log - half), Math.exp(log + half), "log_t");
      double value = Math.exp(log);
      return make(statistic, value, value * se, interval, Double.NaN);
    }

    private Estimate make(String statistic, double value, double se, Interval interval, double p) {
      double none = Double.NaN;
      if (n == 0 || !Double.isFinite(value)) {
        Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "does not exist");
        Interval empty = Interval.none(interval.method());
        return new Estimate(statistic, none, none, empty, df, n, fewest, none, none, none, nothing);
      }
      return new Estimate(statistic, value, se, interval, df, n, fewest, none, none, p, grade());
    }
  }

  private static List<Estimate> ofMeans(TwoGroups two, long grid, Base base) {
    double[] t = two.first();
    double[] u = two.second();
    double gap = gap(t, u);
    double se = two.error((a, b) -> gap(a, b) / grid, mean(t, 1.0 / grid), mean(u, -1.0 / grid));
    Estimate difference = base.linear("mean_difference", gap / grid, se, true);
    double all = t[0] + u[0];
    double s = deviation(t, u);
    double d = gap / s;
    double[] byFirst = effect(t, 1, d, s, all);
    double[] bySecond = effect(u, -1, d, s, all);
    double error = two.error((a, b) -> gap(a, b) / deviation(a, b), byFirst, bySecond);
    Estimate effect = base.linear("cohens_d", d, error, false);
    return List.of(difference, effect);
  }

  /** Difference of means in cells, or of shares. */
  private static double gap(double[] t, double[] u) {
    return t[1] / t[0] - u[1] / u[0];
  }

  /** The joint standard deviation inside the groups, in cells. */
  private static double deviation(double[] t, double[] u) {
    double squares = t[2] - t[1] * t[1] / t[0] + u[2] - u[1] * u[1] / u[0];
    return Math.sqrt(squares / (t[0] + u[0]));
  }

  private static double logRatio(double[] t, double[] u) {
    return Math.log(t[1] / t[0]) - Math.log(u[1] / u[0]);
  }

  private static double logOdds(double[] t, double[] u) {
    return Math.log(t[1] / (t[0] - t[1])) - Math.log(u[1] / (u[0] - u[1]));
  }

  /** Derivative of a mean by its three totals, times a factor. */
  private static double[] mean(double[] t, double factor) {
    return new double[] {-t[1] / t[0] / t[0] * factor, factor / t[0], 0};
  }

  private static double[] effect(double[] t, double sign, double d, double s, double all) {
    double m = t[1] / t[0];
    double half = d / (2 * s * s * all);
    return new double[] {
      -sign * m / t[0] / s - half * (m * m - s * s), sign / t[0] / s + half * 2 * m, -half
    };
  }

  private static List<Estimate> ofShares(TwoGroups two, Base base) {
    double[] t = two.first();
    double[] u = two.second();
    double gap = gap(t, u);
    double se = two.error(Difference::gap, share(t, 1), share(u, -1));
    Estimate difference = base.linear("prevalence_difference", gap, se, true);
    if (!base.ratios()) {
      return List.of(difference);
    }
    double ratio = logRatio(t, u);
    double ratioError =
        two.error(
            Difference::logRatio,
            new double[] {-1 / t[0], 1 / t[1]},
            new double[] {1 / u[0], -1 / u[1]});
    double odds = logOdds(t, u);
    double oddsError = two.error(Difference::logOdds, odds(t, 1), odds(u, -1));
    return List.of(
        difference,
        base.positive("prevalence_ratio", ratio, ratioError),
        base.positive("odds_ratio", odds, oddsError));
  }

  private static double[] share(double[] t, double sign) {
    return new double[] {-sign * t[1] / t[0] / t[0], sign / t[0]};
  }

  private static double[] odds(double[] t, double sign) {
    double without = t[0] - t[1];
    return new double[] {-sign / without, sign * (1 / t[1] + 1 / without)};
  }
}
