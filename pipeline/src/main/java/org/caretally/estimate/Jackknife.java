package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/**
 * Variance by leaving out one PSU at a time (JKn; with one stratum JK1).
 *
 * <p>Estimand: the design variance of θ = f(T). The replicate without PSU a of stratum h has the
 * totals T + (S_h − n_h t_ha)/(n_h − 1), because the other PSUs of the stratum stand for the one
 * that is gone. V = Σ_h (1 − f_h) (n_h − 1)/n_h Σ_a (θ_ha − θ)², around the estimate itself and not
 * the mean of the replicates: R's {@code as.svrepdesign(type = "JKn", mse = TRUE)}. Replicates come
 * from PSU totals, so people are read once. PSUs without members in the domains have one replicate
 * for each stratum, computed once.
 *
 * <p>A lonely PSU adds nothing, or under {@code adjust} is left out of the whole sample, with the
 * factor ((n − 1)/n)² that makes it agree with the linearised rule to first order.
 *
 * <p>Rust, K. F. and Rao, J. N. K. (1996). Variance estimation for complex surveys using
 * replication techniques. Statistical Methods in Medical Research 5, 283–310.
 * doi:10.1177/096228029600500305
 */
final class Jackknife {
  private final Sampling sampling;
  private final List<DomainSums> domains;
  private final Smooth number;
  private final List<double[]> whole = new ArrayList<>();
  private final double value;

  private Jackknife(List<DomainSums> domains, Smooth number) {
    this.domains = domains;
    this.number = number;
    sampling = domains.get(0).sampling();
    domains.forEach(d -> whole.add(d.totals()));
    value = number.at(whole);
  }

  /**
   * Returns the variance of a number; NaN when a replicate of it does not exist, for example
   * because a group lives in one PSU.
   *
   * @param domains domains of one survey, by PSU, nobody in two of them
   */
  static double variance(List<DomainSums> domains, Smooth number) {
    double variance = new Jackknife(domains, number).variance();
    return Double.isFinite(variance) ? variance : Double.NaN;
  }

  private double variance() {
    List<Sampling.Part> parts = sampling.parts();
    long psus = parts.stream().mapToLong(Sampling.Part::psus).sum();
    double sum = 0;
    int alone = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      double open = 1 - part.fraction();
      double n = part.psus();
      if (n > 1) {
        sum += open * (n - 1) / n * squares(part, h, part.psus());
      } else {
        alone++;
        if (sampling.lonely() == LonelyPsu.ADJUST && psus > 1) {
          double kept = (psus - 1.0) / psus;
          sum += open * kept * kept * squares(part, parts.size(), psus);
        }
      }
    }
    boolean average = sampling.lonely() == LonelyPsu.AVERAGE && alone > 0;
    return average ? sum * parts.size() / (parts.size() - alone) : sum;
  }

  /** Σ_a (θ_a − θ)² over the PSUs of a stratum, each left out of the n that the totals are of. */
  private double squares(Sampling.Part part, int stratum, long n) {
    double away = Double.NaN;
    boolean known = false;
    double sum = 0;
    for (Unit unit : part.units()) {
      boolean empty = domains.stream().allMatch(d -> unit.block(d.cell()) == null);
      if (!empty || !known) {
        double distance = number.at(without(unit, stratum, n)) - value;
        sum += distance * distance;
        away = empty ? distance : away;
        known |= empty;
      } else {
        sum += away * away;
      }
    }
    return sum;
  }

  private List<double[]> without(Unit unit, int stratum, long n) {
    List<double[]> all = new ArrayList<>();
    for (int d = 0; d < domains.size(); d++) {
      DomainSums domain = domains.get(d);
      Totals total = sampling.stratumTotals(domain.cell())[stratum];
      Unit.Block block = unit.block(domain.cell());
      double[] t = whole.get(d).clone();
      for (int i = 0; i < t.length; i++) {
        int at = domain.at()[i];
        double distance = block == null ? total.negative(at) : block.sums.distance(at, n, total);
        t[i] -= distance / (n - 1) / Weight.ONE;
      }
      all.add(t);
    }
    return all;
  }
}
