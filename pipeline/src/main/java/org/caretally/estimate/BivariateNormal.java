package org.caretally.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bivariate normal distribution with standard margins: Φ₂(a, b; ρ) and its derivatives.
 *
 * <p>Φ₂ = Φ(a)Φ(b) + (1/2π)∫₀^{asin ρ} exp(−(a² − 2ab sin t + b²)/(2cos²t)) dt, by Gauss–Legendre
 * quadrature. ∂Φ₂/∂ρ is the density φ₂, so the derivatives need no quadrature.
 *
 * <p>Owen, D. B. (1956). Tables for computing bivariate normal probabilities. Annals of
 * Mathematical Statistics 27, 1075–1090. doi:10.1214/aoms/1177728074
 */
final class BivariateNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int POINTS = 40;
  private static final double[] AT = new double[POINTS];
  private static final double[] WEIGHT = new double[POINTS];

  private BivariateNormal() {}

  static {
    for (int i = 0; i < POINTS; i++) {
      root(i);
    }
  }

  /** A root of the Legendre polynomial and its weight, by Newton's method. */
  private static void root(int i) {
    double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
    double slope = 1;
    for (int step = 0; step < 8; step++) {
      double p = 1;
      double before = 0;
      for (int k = 0; k < POINTS; k++) {
        double older = before;
        before = p;
        p = ((2 * k + 1) * x * before - k * older) / (k + 1);
      }
      slope = POINTS * (x * p - before) / (x * x - 1);
      x -= p / slope;
    }
    AT[i] = x;
    WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
  }

  static double cdf(double x) {
    return NORMAL.cumulativeProbability(x);
  }

  static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Returns P(X ≤ a, Y ≤ b); limits may be infinite. */
  static double cdf(double a, double b, double rho) {
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return Math.min(cdf(a), cdf(b));
    }
    double half = Math.asin(rho) / 2;
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double t = half * (1 + AT[i]);
      double cos = Math.cos(t);
      sum += WEIGHT[i] * Math.exp(-(a * a - 2 * a * b * Math.sin(t) + b * b) / (2 * cos * cos));
    }
    return cdf(a) * cdf(b) + half * sum / (2 * Math.PI);
  }

  /** Returns φ₂(a, b; ρ); 0 at infinity. */
  static double density(double a, double b, double rho) {
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return 0;
    }
    double rest = 1 - rho * rho;
    double power = -(a * a - 2 * rho * a * b + b * b) / (2 * rest);
    return Math.exp(power) / (2 * Math.PI * Math.sqrt(rest));
  }

  /** Returns ∂φ₂/∂ρ. */
  static double slope(double a, double b, double rho) {
    double density = density(a, b, rho);
    if (density == 0) {
      return 0;
    }
    double rest = 1 - rho * rho;
    double top = rho * rest + a * b * (1 + rho * rho) - rho * (a * a + b * b);
    return density * top / (rest * rest);
  }

  /** Returns ∂Φ₂/∂a = φ(a) Φ((b − ρa)/√(1 − ρ²)); 0 at infinite a. */
  static double byFirst(double a, double b, double rho) {
    if (Double.isInfinite(a)) {
      return 0;
    }
    return density(a) * cdf((b - rho * a) / Math.sqrt(1 - rho * rho));
  }

  /** Returns ∂φ₂/∂a; 0 at infinity. */
  static double densityByFirst(double a, double b, double rho) {
    double density = density(a, b, rho);
    return density == 0 ? 0 : -density * (a - rho * b) / (1 - rho * rho);
  }
}
