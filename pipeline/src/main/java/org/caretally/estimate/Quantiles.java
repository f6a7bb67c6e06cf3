package org.caretally.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of Student's t and the beta distribution, to about 1e-14. The library's root finder
 * stops at an absolute error of 1e-9, which is too coarse for the limits of a rare outcome; two
 * Newton steps on its own density mend that.
 */
final class Quantiles {
  private static final int STEPS = 3;

  private Quantiles() {}

  /** Upper 97.5 % point of t; NaN without degrees of freedom. */
  static double t975(long df) {
    if (df <= 0) {
      return Double.NaN;
    }
    // by symmetry from the lower tail, where probabilities keep their digits
    return -refined(TDistribution.of((double) df), 0.025);
  }

  /** The same for degrees of freedom that are no whole number. */
  static double t975(double df) {
    return df > 0 ? -refined(TDistribution.of(df), 0.025) : Double.NaN;
  }

  /** Quantile of Beta(a, b). */
  static double beta(double probability, double a, double b) {
    return refined(BetaDistribution.of(a, b), probability);
  }

  /** Two-sided p-value of a t statistic. */
  static double twoSided(double t, long df) {
    return df > 0
        ? 2 * TDistribution.of((double) df).cumulativeProbability(-Math.abs(t))
        : Double.NaN;
  }

  /** Upper tail of F. */
  static double upperF(double f, double numerator, double denominator) {
    return f >= 0 && numerator > 0 && denominator > 0
        ? FDistribution.of(numerator, denominator).survivalProbability(f)
        : Double.NaN;
  }

  private static double refined(ContinuousDistribution distribution, double probability) {
    double x = distribution.inverseCumulativeProbability(probability);
    for (int i = 0; i < STEPS; i++) {
      double density = distribution.density(x);
      double step = (distribution.cumulativeProbability(x) - probability) / density;
      if (!Double.isFinite(step) || x - step < distribution.getSupportLowerBound()) {
        return x;
      }
      x -= step;
    }
    return x;
  }
}
