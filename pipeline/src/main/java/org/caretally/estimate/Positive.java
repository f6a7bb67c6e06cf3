package org.caretally.estimate;

/** A positive number with an interval on the scale of the logarithm. */
final class Positive {
  private static final long FEWEST = 30;
  private static final String ID = "log_t";

  private Positive() {}

  static Estimate estimate(
      String statistic,
      SmoothEstimator of,
      double value,
      DomainSums sums,
      long n,
      long cases,
      long df) {
    double none = Double.NaN;
    if (!(value > 0) || Double.isInfinite(value)) {
      Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "does not exist");
      Interval empty = Interval.none(ID);
      return new Estimate(statistic, none, none, empty, df, n, cases, none, none, none, nothing);
    }
    double se = Math.sqrt(sums.variance(of));
    double factor = Math.exp(Quantiles.t975(df) * se / value);
    Interval interval = new Interval(value / factor, value * factor, ID);
    Reliability grade =
        n < FEWEST
            ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers")
            : NchsStandard.reviewOf(df);
    return new Estimate(statistic, value, se, interval, df, n, cases, none, none, none, grade);
  }
}
