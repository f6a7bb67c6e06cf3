package org.caretally.estimate;

/**
 * Intervals and tests of a correlation on the scale of the inverse hyperbolic tangent, where its
 * distribution is nearly normal: tanh(atanh r ± t SE/(1 − r²)) on the design's degrees of freedom.
 *
 * <p>Fisher, R. A. (1915). Biometrika 10, 507–521. doi:10.2307/2331838
 */
final class FisherScale {
  private static final long FEWEST = 30;
  private static final String ID = "fisher_t";

  private FisherScale() {}

  /** A correlation that does not exist: nobody answered, or nothing varies. */
  static Estimate none(long n, long df) {
    double none = Double.NaN;
    Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "no variation");
    Interval empty = Interval.none(ID);
    return new Estimate("correlation", none, none, empty, df, n, -1, none, none, none, nothing);
  }

  static Estimate estimate(double r, double se, long n, long df) {
    return estimate(r, se, n, -1, df);
  }

  /**
   * A correlation that exists.
   *
   * @param fewest people in the smallest group that the number could give away; -1 for none
   */
  static Estimate estimate(double r, double se, long n, long fewest, long df) {
    double value = Math.max(-1, Math.min(1, r));
    double none = Double.NaN;
    double z = 0.5 * (Math.log1p(value) - Math.log1p(-value));
    double scaled = se / (1 - value * value);
    double half = Quantiles.t975(df) * scaled;
    Interval interval = new Interval(Math.tanh(z - half), Math.tanh(z + half), ID);
    double p = Quantiles.twoSided(z / scaled, df);
    Reliability grade = grade(n, df);
    return new Estimate("correlation", value, se, interval, df, n, fewest, none, none, p, grade);
  }

  private static Reliability grade(long n, long df) {
    return n < FEWEST
        ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 pairs")
        : NchsStandard.reviewOf(df);
  }
}
