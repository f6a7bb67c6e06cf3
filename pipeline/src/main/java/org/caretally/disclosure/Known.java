package org.caretally.disclosure;

import org.caretally.estimate.Estimate;

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
  private static final double SMALL = 1e-9;
  private static final double STRICT = 0.4;

  /** No limit of a share moves faster than this many times the share, from three cases upwards. */
  private static final double STEEPEST = 1.5;

  /**
   * What a rounded base gives away together with the share printed beside it: of the bases that
   * round alike, those for which some number of cases would print the same share, limits and error.
   */
  static Known base(Estimate estimate) {
    Known rounded = base(estimate.n());
    if (estimate.cases() <= 0 || rounded.low() == rounded.high()) {
      return rounded;
    }
    double low = estimate.n();
    double high = estimate.n();
    for (double n = rounded.low(); n <= rounded.high(); n++) {
      if (prints(estimate, n)) {
        low = Math.min(low, n);
        high = Math.max(high, n);
      }
    }
    return new Known(low, high);
  }

  private static boolean prints(Estimate e, double n) {
    double unit = e.n() >= Precision.MANY ? 1e-3 : 1e-2;
    double share = (double) e.cases() / e.n();
    double wider = Math.sqrt(e.n() / n);
    for (double x = Math.ceil((share - unit) * n); x <= (share + unit) * n; x++) {
      double moved = x / n - share;
      double p = e.value() + moved;
      double error = e.standardError() * wider * Math.sqrt(x * (n - x) / (share * (1 - share))) / n;
      if (alike(p, e.value(), unit)
          && alike(p - (e.value() - e.interval().low()) * wider, e.interval().low(), unit)
          && alike(p + (e.interval().high() - e.value()) * wider, e.interval().high(), unit)
          && alike(error, e.standardError(), unit)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A little strict, so that a formula that differs in detail finds no base that is missed here.
   */
  private static boolean alike(double number, double printed, double unit) {
    return !(Math.abs(number - unit * Math.rint(printed / unit)) > STRICT * unit);
  }

  /** What a base rounded to five gives away. */
  static Known base(long n) {
    if (n < LOOSE_FROM) {
      return new Known(n, n);
    }
    double shown = 5 * Math.rint(n / 5.0);
    return new Known(shown - HALF_STEP, shown + HALF_STEP);
  }

  /**
   * What a rounded share, its limits and its error give away of the cases. Each printed number is a
   * window around the cases: its room to the next step of rounding, divided by how fast it moves
   * with the cases. The base counts as known here, which can only make the windows too narrow.
   */
  static Known cases(Estimate share) {
    double x = share.cases();
    double n = share.n();
    if (n < LOOSE_FROM) {
      return new Known(x, x);
    }
    double unit = n >= Precision.MANY ? 1e-3 : 1e-2;
    Known all = new Known(0, n);
    all = all.window(x, share.value(), unit, 1 / n);
    all = all.window(x, share.interval().low(), unit, STEEPEST / n);
    all = all.window(x, share.interval().high(), unit, STEEPEST / n);
    double error = share.standardError() * (n - 2 * x) / (2 * x * (n - x));
    all = all.window(x, share.standardError(), unit, STEEPEST * error);
    return new Known(Math.ceil(all.low() - SMALL), Math.floor(all.high() + SMALL));
  }

  private Known window(double x, double number, double unit, double slope) {
    double shown = unit * Math.rint(number / unit);
    double down = (number - shown + unit / 2) / Math.abs(slope);
    double up = (shown + unit / 2 - number) / Math.abs(slope);
    if (Double.isNaN(down + up) || Double.isInfinite(down + up)) {
      return this;
    }
    return slope > 0
        ? new Known(Math.max(low, x - down), Math.min(high, x + up))
        : new Known(Math.max(low, x - up), Math.min(high, x + down));
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
