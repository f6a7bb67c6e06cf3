package org.caretally.estimate;

/**
 * One estimate from several imputed data sets.
 *
 * <p>With estimates q_i and variances u_i of m data sets: q̄ is their mean, U their mean variance,
 * B = Σ (q_i − q̄)²/(m − 1), T = U + (1 + 1/m) B. Degrees of freedom: λ = (1 + 1/m) B/T, ν₀ = (m −
 * 1)/λ², ν_obs = (ν + 1)/(ν + 3) · ν (1 − λ) with ν those of complete data, 1/df = 1/ν₀ + 1/ν_obs.
 * Share of missing information: (r + 2/(df + 3))/(r + 1), r = (1 + 1/m) B/U.
 *
 * <p>Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys.
 * doi:10.1002/9780470316696. Barnard, J. and Rubin, D. B. (1999). Biometrika 86, 948–955.
 * doi:10.1093/biomet/86.4.948
 *
 * @param value q̄
 * @param variance T
 * @param df degrees of freedom, any positive number
 * @param missing share of missing information, 0 to 1
 */
record RubinRules(double value, double variance, double df, double missing) {

  /**
   * Pools estimates.
   *
   * @param q estimates of at least two data sets
   * @param u their variances
   * @param complete degrees of freedom if nothing were missing
   */
  static RubinRules of(double[] q, double[] u, double complete) {
    int m = q.length;
    double mean = 0;
    double within = 0;
    for (int i = 0; i < m; i++) {
      mean += q[i] / m;
      within += u[i] / m;
    }
    double between = 0;
    for (double value : q) {
      between += (value - mean) * (value - mean) / (m - 1);
    }
    double added = (1 + 1.0 / m) * between;
    double total = within + added;
    double lambda = added / total;
    double observed = (complete + 1) / (complete + 3) * complete * (1 - lambda);
    double df = 1 / (lambda * lambda / (m - 1) + 1 / observed);
    double r = added / within;
    return new RubinRules(mean, total, df, (r + 2 / (df + 3)) / (r + 1));
  }
}
