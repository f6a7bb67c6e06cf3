package org.caretally.estimate;

import java.util.List;

/**
 * Standard deviation of a number.
 *
 * <p>Estimand σ = √(Q/W − (X/W)²), the spread among the people of the population, from the totals
 * of a {@link Mean}; the divisor is W, so that weights may have any scale. Gradient (2μ² − Q/W,
 * −2μ, 1)/(2σW). Interval by t on the scale of the logarithm, which keeps it positive.
 *
 * <p>Woodruff, R. S. (1971). doi:10.1080/01621459.1971.10482279
 */
public final class Spread implements SmoothEstimator {
  private static final long FEWEST = 30;

  private final Mean mean;

  /** Creates the estimator beside that of the mean, whose totals it shares. */
  public Spread(Mean mean) {
    this.mean = mean;
  }

  @Override
  public String id() {
    return mean.id() + "+sd";
  }

  @Override
  public List<Term> terms() {
    return mean.terms();
  }

  @Override
  public Linearised at(double[] t) {
    double m = t[1] / t[0];
    double s = Math.sqrt(t[2] / t[0] - m * m);
    double factor = 1 / (2 * s * t[0] * mean.grid());
    double[] gradient = {(2 * m * m - t[2] / t[0]) * factor, -2 * m * factor, factor};
    return new Linearised(s / mean.grid(), gradient);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = mean.people(sums);
    long df = sums.df();
    Linearised s = n > 1 ? at(sums.totals()) : new Linearised(Double.NaN, new double[3]);
    double none = Double.NaN;
    if (!(s.value() > 0)) {
      Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "no variation");
      Interval empty = Interval.none("log_t");
      return new Estimate("sd", none, none, empty, df, n, -1, none, none, none, nothing);
    }
    double se = Math.sqrt(sums.variance(this));
    double factor = Math.exp(Quantiles.t975(df) * se / s.value());
    Interval interval = new Interval(s.value() / factor, s.value() * factor, "log_t");
    Reliability grade =
        n < FEWEST
            ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers")
            : NchsStandard.reviewOf(df);
    return new Estimate("sd", s.value(), se, interval, df, n, -1, none, none, none, grade);
  }
}
