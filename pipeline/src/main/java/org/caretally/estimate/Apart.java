package org.caretally.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far two published results lie apart, when nothing is known of them but value and interval.
 *
 * <p>Estimand θ₂ − θ₁. The standard error of each is its interval's width over 2·1.96, and the
 * rounding of the printed value adds step²/12; independence is assumed, which makes the error too
 * large when the same agencies answered twice. Test: normal. Approximate in every part.
 *
 * @param difference the second less the first
 * @param standardError its approximate standard error
 * @param pValue two-sided
 */
public record Apart(double difference, double standardError, double pValue) {
  private static final double NORMAL = 1.959963984540054;
  private static final int UNIFORM = 12;

  /**
   * A published result.
   *
   * @param value as printed
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param step the unit of the last printed digit
   */
  public record Printed(double value, double low, double high, double step) {
    private double variance() {
      double se = (high - low) / 2 / NORMAL;
      return se * se + step * step / UNIFORM;
    }
  }

  /** Compares two results. */
  public static Apart of(Printed before, Printed after) {
    double d = after.value - before.value;
    double se = Math.sqrt(before.variance() + after.variance());
    double p = 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(d) / se);
    return new Apart(d, se, se > 0 ? p : Double.NaN);
  }

  /** Returns the lower end of the 95 % interval. */
  public double low() {
    return difference - NORMAL * standardError;
  }

  /** Returns the upper end of the 95 % interval. */
  public double high() {
    return difference + NORMAL * standardError;
  }
}
