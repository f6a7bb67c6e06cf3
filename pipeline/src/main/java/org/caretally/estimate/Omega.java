package org.caretally.estimate;

import java.util.List;

/**
 * McDonald's omega of a scale: the share of the variance of its sum that one common factor of the
 * items explains.
 *
 * <p>Estimand ω = (Σ λ_i σ_i)²/Var(S) among people who answered all items, σ_i the weighted
 * standard deviations of the items and λ_i the loadings of one factor by minimum residuals on their
 * weighted correlations ({@link OneFactor}). Where PSUs are groups of people the error is that of
 * the linear function of PSU totals of all products of items which ω is by its exact gradient.
 * Where every person is a PSU that would need products of four items for each stratum; then ω is
 * given without an error. Not for two items, whose loadings are not determined, nor where a loading
 * reaches 1. Interval: t on the scale of log(1 − ω).
 *
 * <p>McDonald, R. P. (1999). Test theory: a unified treatment, chapter 6. doi:10.4324/9781410601087
 */
public final class Omega implements SmoothEstimator {
  private static final String ID = "omega";

  private final Items items;
  private final boolean persons;

  /**
   * Creates the estimator.
   *
   * @param persons whether every person is a PSU
   */
  public Omega(Items items, boolean persons) {
    this.items = items;
    this.persons = persons;
  }

  @Override
  public String id() {
    return "omega(" + items.scale() + ")";
  }

  @Override
  public List<Term> terms() {
    return persons ? List.of(items.answered()) : items.forCovariance();
  }

  @Override
  public List<Term> totals() {
    return persons ? items.forCovariance() : List.of();
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(items.answered());
    long df = sums.df();
    if (n <= 2 || items.size() < 3) {
      return Consistency.none(
          ID, n, df, items.size() < 3 ? "fewer than three items" : "no answers");
    }
    double[] totals =
        persons ? totals().stream().mapToDouble(sums::plain).toArray() : sums.totals();
    Linearised omega = at(totals);
    if (!Double.isFinite(omega.value())) {
      return Consistency.none(ID, n, df, "one factor does not fit the items");
    }
    if (persons) {
      return Consistency.plain(ID, omega.value(), n, df);
    }
    double se = Math.sqrt(sums.variance(this));
    return Consistency.estimate(ID, omega.value(), se, n, df);
  }

  @Override
  public Linearised at(double[] t) {
    int k = items.size();
    double[][] c = covariance(t, k);
    double[] sd = new double[k];
    double whole = 0;
    for (int i = 0; i < k; i++) {
      sd[i] = Math.sqrt(c[i][i]);
      for (int j = 0; j < k; j++) {
        whole += c[i][j];
      }
    }
    double[][] r = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        r[i][j] = i == j ? 1 : c[i][j] / (sd[i] * sd[j]);
      }
    }
    OneFactor factor = OneFactor.of(r);
    double common = 0;
    for (int i = 0; i < k; i++) {
      common += factor.loadings()[i] * sd[i];
    }
    double omega = factor.proper() ? common * common / whole : Double.NaN;
    double[][] byCovariance = byCovariance(factor, r, sd, common, whole);
    return new Linearised(omega, byTotals(byCovariance, c, t));
  }

  private static double[][] covariance(double[] t, int k) {
    double[][] c = new double[k][k];
    int at = k + 1;
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        c[i][j] = t[at++] / t[0] - t[i + 1] / t[0] * (t[j + 1] / t[0]);
        c[j][i] = c[i][j];
      }
    }
    return c;
  }

  /** Derivative of ω by c_ij; off the diagonal for both c_ij and c_ji together. */
  private static double[][] byCovariance(
      OneFactor factor, double[][] r, double[] sd, double common, double whole) {
    int k = sd.length;
    double[] byLoading = new double[k];
    for (int i = 0; i < k; i++) {
      byLoading[i] = 2 * common * sd[i] / whole;
    }
    double[][] byR = factor.byCorrelation(byLoading);
    double byWhole = -common * common / (whole * whole);
    double[][] slopes = new double[k][k];
    for (int i = 0; i < k; i++) {
      double bySd = 2 * common * factor.loadings()[i] / whole;
      for (int j = 0; j < k; j++) {
        if (j != i) {
          bySd -= byR[i][j] * r[i][j] / sd[i];
          slopes[i][j] = byR[i][j] / (sd[i] * sd[j]) + 2 * byWhole;
        }
      }
      slopes[i][i] = bySd / (2 * sd[i]) + byWhole;
    }
    return slopes;
  }

  private static double[] byTotals(double[][] slopes, double[][] c, double[] t) {
    int k = c.length;
    double w = t[0];
    double[] gradient = new double[t.length];
    int at = k + 1;
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        double g = slopes[i][j] / w;
        double mi = t[i + 1] / w;
        double mj = t[j + 1] / w;
        gradient[at++] = g;
        gradient[0] += g * (mi * mj - c[i][j]);
        gradient[i + 1] -= g * mj;
        gradient[j + 1] -= g * mi;
      }
    }
    return gradient;
  }
}
