package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import org.caretally.design.Errors;
import org.caretally.design.Weight;

/**
 * Variance by replicate weights that come with the data: balanced repeated replication, also Fay's,
 * jackknife, bootstrap, successive differences.
 *
 * <p>Estimand: the design variance of θ = f(T), V = c Σ_r k_r (θ_r − θ)², where θ_r = f(T_r) comes
 * from the totals under the r-th weights, or around the mean of the θ_r whose k_r is not 0 when the
 * design asks for that. As R's {@code svrepdesign} with {@code mse = TRUE}, or {@code FALSE}.
 *
 * <p>Rust, K. F. and Rao, J. N. K. (1996). Variance estimation for complex surveys using
 * replication techniques. Statistical Methods in Medical Research 5, 283–310.
 * doi:10.1177/096228029600500305
 */
final class Replication {
  private Replication() {}

  /**
   * Returns the variance of a number; NaN when a replicate of it does not exist.
   *
   * @param domains domains of one survey, nobody in two of them
   */
  static double variance(List<DomainSums> domains, Smooth number, Errors.Replicates how) {
    List<Double> factors = how.factors();
    double[] replicates = new double[factors.size()];
    double mean = 0;
    int counted = 0;
    for (int r = 0; r < replicates.length; r++) {
      replicates[r] = number.at(totals(domains, r));
      if (factors.get(r) > 0) {
        mean += replicates[r];
        counted++;
      }
    }
    double centre =
        how.aroundEstimate()
            ? number.at(domains.stream().map(DomainSums::totals).toList())
            : mean / counted;
    double sum = 0;
    for (int r = 0; r < replicates.length; r++) {
      if (factors.get(r) > 0) {
        sum += factors.get(r) * (replicates[r] - centre) * (replicates[r] - centre);
      }
    }
    double variance = how.scale() * sum;
    return Double.isFinite(variance) ? variance : Double.NaN;
  }

  private static List<double[]> totals(List<DomainSums> domains, int replicate) {
    List<double[]> all = new ArrayList<>();
    for (DomainSums domain : domains) {
      CellSums sums = domain.sampling().cell(domain.cell());
      double[] totals = new double[domain.at().length];
      for (int i = 0; i < totals.length; i++) {
        totals[i] = sums.replicate(replicate, domain.at()[i]) / Weight.ONE;
      }
      all.add(totals);
    }
    return all;
  }
}
