package org.caretally.disclosure;

/**
 * What a published number gives away about the count behind it, as an interval.
 *
 * <p>A percentage and its interval fix base and cases of a small group, whatever is rounded, so
 * both count as known exactly below {@value #LOOSE_FROM} people. From there on a rounded base and a
 * rounded share leave room, and only that room is counted.
 *
 * @param low smallest count
 * @param high largest count
 */
record Known(double low, double high) {
  private static final int LOOSE_FROM = 200;
  private static final double HALF_STEP = 2;

  /** What a base rounded to five gives away. */
  static Known base(long n) {
    if (n < LOOSE_FROM) {
      return new Known(n, n);
    }
    double shown = 5 * Math.rint(n / 5.0);
    return new Known(shown - HALF_STEP, shown + HALF_STEP);
  }

  /** What a rounded share of a rounded base gives away. */
  static Known share(long cases, long n) {
    if (n < LOOSE_FROM) {
      return new Known(cases, cases);
    }
    double unit = n >= Precision.MANY ? 1e-3 : 1e-2;
    double shown = unit * Math.rint(cases / (unit * n));
    Known base = base(n);
    double low = Math.ceil((shown - unit / 2) * base.low());
    double high = Math.floor((shown + unit / 2) * base.high());
    return new Known(Math.max(0, Math.min(low, cases)), Math.max(high, cases));
  }

  /**
   * What a rounded mean of a rounded base gives away of the sum.
   *
   * @param mean mean from the lowest possible value
   * @param scale multiplies sums
   */
  static Known sum(double mean, long n, double scale) {
    double unit = n >= Precision.MANY ? 1e-2 : 1e-1;
    Known base = base(n);
    double low = Math.max(0, mean - unit / 2) * base.low();
    return new Known(scale * low, scale * (mean + unit / 2) * base.high());
  }
}
