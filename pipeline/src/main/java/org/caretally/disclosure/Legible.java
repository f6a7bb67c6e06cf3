package org.caretally.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.caretally.estimate.Estimate;

/**
 * What a reader can tell of the counts behind a published row, as intervals that are narrower than
 * the truth, never wider. Counts of small groups can often be solved for exactly from a percentage
 * with its interval, so they count as known; from larger ones the rounding takes something away.
 */
final class Legible {
  private static final long EXACT_PEOPLE = 100;
  private static final long EXACT_CASES = 200;
  private static final long FINER = 1_000;
  private static final int ROUNDED_BY = 2;

  /** Limits move a little more or less than the share itself; so much less is assumed. */
  private static final double CAUTION = 1.5;

  private Legible() {}

  /** Smallest and largest possible count. */
  record Span(double low, double high) {
    static Span exactly(double value) {
      return new Span(value, value);
    }

    double width() {
      return high - low;
    }
  }

  static Span people(long n) {
    if (n <= EXACT_PEOPLE) {
      return Span.exactly(n);
    }
    long middle = 5 * Math.round(n / 5.0);
    return new Span(middle - ROUNDED_BY, middle + ROUNDED_BY);
  }

  static Span cases(Estimate e) {
    if (e.n() <= EXACT_CASES) {
      return Span.exactly(e.cases());
    }
    int decimals = e.n() >= FINER ? 3 : 2;
    double half = 0.5 * Math.pow(10, -decimals);
    double low = -half;
    double high = half;
    for (double number : new double[] {e.value(), e.interval().low(), e.interval().high()}) {
      if (!Double.isNaN(number)) {
        double off = rounded(number, decimals) - number;
        low = Math.max(low, off - half);
        high = Math.min(high, off + half);
      }
    }
    double slope = slope(e);
    if (slope > 0) {
      double off = rounded(e.standardError(), decimals) - e.standardError();
      low = Math.max(low, Math.min((off - half) / slope, (off + half) / slope));
      high = Math.min(high, Math.max((off - half) / slope, (off + half) / slope));
    }
    double scale = e.n() / CAUTION;
    return new Span(
        Math.max(0, Math.ceil(e.cases() + low * scale)),
        Math.min(e.n(), Math.floor(e.cases() + high * scale)));
  }

  /** How much the standard error moves with the share. */
  private static double slope(Estimate e) {
    double spread = e.value() * (1 - e.value());
    return spread > 0 && e.standardError() > 0
        ? e.standardError() * Math.abs(1 - 2 * e.value()) / (2 * spread)
        : 0;
  }

  private static double rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }
}
