package org.caretally.estimate;

import java.util.List;

/**
 * Cronbach's alpha of a scale: how far its items agree.
 *
 * <p>Estimand α = k/(k − 1) · (1 − A/B) among people who answered all k items, A the sum of the
 * items' weighted variances and B the variance of their sum S. With totals W, X_j, Q = Σ w Σ x_j²,
 * T = Σ w S and U = Σ w S²: A = Q/W − Σ (X_j/W)², B = U/W − (T/W)². Alpha is smooth in these k + 4
 * totals, so its error is that of a linear function of PSU totals; the whole covariance matrix is
 * not needed. Interval: t on the scale of log(1 − α), which keeps it below 1. With two items alpha
 * is the Spearman–Brown coefficient of items with equal variances.
 *
 * <p>Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika
 * 16, 297–334. doi:10.1007/BF02310555. Bonett, D. G. (2002). Journal of Educational and Behavioral
 * Statistics 27, 335–340. doi:10.3102/10769986027004335
 */
public final class Alpha implements SmoothEstimator {
  private final Items items;

  /** Creates the estimator for a scale. */
  public Alpha(Items items) {
    this.items = items;
  }

  @Override
  public String id() {
    return "alpha(" + items.scale() + ")";
  }

  @Override
  public List<Term> terms() {
    return items.forAlpha();
  }

  @Override
  public Linearised at(double[] t) {
    int k = items.size();
    double w = t[0];
    double total = t[k + 2] / w;
    double means = 0;
    for (int j = 1; j <= k; j++) {
      means += t[j] / w * (t[j] / w);
    }
    double parts = t[k + 1] / w - means;
    double whole = t[k + 3] / w - total * total;
    double factor = (double) k / (k - 1);
    double byParts = -factor / whole;
    double byWhole = factor * parts / (whole * whole);
    double[] gradient = new double[k + 4];
    gradient[0] =
        byParts * (2 * means - t[k + 1] / w) / w + byWhole * (2 * total * total - t[k + 3] / w) / w;
    for (int j = 1; j <= k; j++) {
      gradient[j] = byParts * -2 * t[j] / w / w;
    }
    gradient[k + 1] = byParts / w;
    gradient[k + 2] = byWhole * -2 * total / w;
    gradient[k + 3] = byWhole / w;
    return new Linearised(factor * (1 - parts / whole), gradient);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(items.answered());
    long df = sums.df();
    Linearised alpha =
        n > 2 ? at(sums.totals()) : new Linearised(Double.NaN, new double[items.size() + 4]);
    if (!Double.isFinite(alpha.value())) {
      return Consistency.none("alpha", n, df);
    }
    double se = Math.sqrt(sums.variance(this));
    return Consistency.estimate("alpha", alpha.value(), se, n, df);
  }
}
