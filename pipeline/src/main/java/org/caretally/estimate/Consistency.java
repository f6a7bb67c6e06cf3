package org.caretally.estimate;

/** What alpha, omega and their kind have in common: interval, grade, and what stands for none. */
final class Consistency {
  private static final long FEWEST = 30;
  private static final String ID = "log_t";

  private Consistency() {}

  static Estimate none(String statistic, long n, long df) {
    return none(statistic, n, df, "no variation");
  }

  static Estimate none(String statistic, long n, long df, String reason) {
    double none = Double.NaN;
    Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, reason);
    Interval empty = Interval.none(ID);
    return new Estimate(statistic, none, none, empty, df, n, -1, none, none, none, nothing);
  }

  /** A coefficient below 1, with an interval on the scale of log(1 − value). */
  static Estimate estimate(String statistic, double value, double se, long n, long df) {
    double none = Double.NaN;
    double factor = Math.exp(Quantiles.t975(df) * se / (1 - value));
    Interval interval = new Interval(1 - (1 - value) * factor, 1 - (1 - value) / factor, ID);
    return new Estimate(statistic, value, se, interval, df, n, -1, none, none, none, grade(n, df));
  }

  /** A coefficient without an error of its own. */
  static Estimate plain(String statistic, double value, long n, long df) {
    double none = Double.NaN;
    Interval empty = Interval.none("");
    return new Estimate(statistic, value, none, empty, df, n, -1, none, none, none, grade(n, df));
  }

  private static Reliability grade(long n, long df) {
    return n < FEWEST
        ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 people answered all items")
        : NchsStandard.reviewOf(df);
  }
}
