package org.caretally.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;

/**
 * Several waves of a survey as one design, so that numbers of different waves have a covariance.
 *
 * <p>Fresh samples have none: the variance of Σ_w c_w θ_w is Σ_w c_w² V_w. When the same PSUs
 * answer in every wave, the waves are domains of one combined design, in which a PSU has the same
 * stratum and name whenever it answers. With the influence totals z_wha of each wave, the PSU's
 * total is z_ha = Σ_w c_w z_wha, n_h counts the PSUs of all waves together, one that is not in a
 * wave has a zero there, and the variance is the usual one of these totals. It is what R's survey
 * package gives when the rows of all waves are stacked and the wave is a domain.
 *
 * <p>Only the waves that a number is made from are part of its design, so that last year's figures
 * stay when a year is added.
 *
 * <p>Lumley, T. (2010). Complex Surveys, chapter 2. doi:10.1002/9780470580066
 */
public final class Waves {
  private final List<Sampling> samplings;
  private final List<Shared> strata;

  /**
   * A stratum of the combined design.
   *
   * @param places for each wave the stratum's position in it, or -1
   * @param units for each PSU its position in each wave's stratum, or -1
   * @param fraction share of the population's PSUs that is in any of the waves
   */
  private record Shared(int[] places, List<int[]> units, double fraction) {}

  private Waves(List<Sampling> samplings, List<Shared> strata) {
    this.samplings = List.copyOf(samplings);
    this.strata = strata;
  }

  /** Returns waves for each of which a fresh sample was drawn. */
  public static Waves fresh(List<Sampling> samplings) {
    return new Waves(samplings, List.of());
  }

  /**
   * Returns waves in which the same PSUs may answer again.
   *
   * @throws IllegalArgumentException if people are PSUs, who have no names
   */
  public static Waves sharing(List<Sampling> samplings) {
    SortedMap<Stratum, SortedSet<String>> all = new TreeMap<>();
    for (Sampling sampling : samplings) {
      if (sampling.layout().people()) {
        throw new IllegalArgumentException("people who are PSUs cannot be matched");
      }
      for (int h = 0; h < sampling.parts().size(); h++) {
        all.computeIfAbsent(sampling.parts().get(h).key(), k -> new TreeSet<>())
            .addAll(sampling.psuNames(h));
      }
    }
    List<Shared> strata = new ArrayList<>();
    all.forEach((stratum, names) -> strata.add(shared(samplings, stratum, names)));
    return new Waves(samplings, List.copyOf(strata));
  }

  private static Shared shared(List<Sampling> samplings, Stratum stratum, SortedSet<String> names) {
    int[] places = new int[samplings.size()];
    List<List<String>> known = new ArrayList<>();
    double fraction = 1;
    for (int w = 0; w < places.length; w++) {
      Sampling sampling = samplings.get(w);
      places[w] = place(sampling, stratum);
      known.add(places[w] < 0 ? List.of() : sampling.psuNames(places[w]));
      if (places[w] >= 0) {
        // where waves name different sizes of the population, the largest is believed
        fraction = Math.min(fraction, sampling.fraction(stratum, names.size()));
      }
    }
    List<int[]> units = new ArrayList<>();
    for (String name : names) {
      int[] at = new int[places.length];
      for (int w = 0; w < at.length; w++) {
        at[w] = Collections.binarySearch(known.get(w), name);
      }
      units.add(at);
    }
    return new Shared(places, units, fraction);
  }

  private static int place(Sampling sampling, Stratum stratum) {
    for (int h = 0; h < sampling.parts().size(); h++) {
      if (sampling.parts().get(h).key().equals(stratum)) {
        return h;
      }
    }
    return -1;
  }

  /** Returns the sums of a cell in every wave, for one estimator. */
  List<DomainSums> of(Cell cell, Estimator estimator) {
    return samplings.stream().map(s -> s.of(cell, estimator)).toList();
  }

  /** Returns how many waves there are. */
  public int size() {
    return samplings.size();
  }

  private boolean sharing() {
    return !strata.isEmpty();
  }

  /** Returns PSUs less strata, counting those with members of the domain in any wave. */
  long df(List<DomainSums> domains) {
    if (!sharing()) {
      return domains.stream().mapToLong(d -> DomainSums.df(List.of(d))).sum();
    }
    long df = 0;
    for (Shared stratum : strata) {
      long psus = stratum.units().stream().filter(u -> member(domains, stratum, u)).count();
      df += psus > 0 ? psus - 1 : 0;
    }
    return df;
  }

  private static boolean member(List<DomainSums> domains, Shared stratum, int[] unit) {
    for (int w = 0; w < unit.length; w++) {
      if (unit[w] >= 0) {
        DomainSums domain = domains.get(w);
        Unit one = domain.sampling().parts().get(stratum.places()[w]).units().get(unit[w]);
        if (one.block(domain.cell()) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the variance of Σ_w c_w θ_w.
   *
   * @param domains the cell's sums in each wave
   * @param contrast the c_w; waves with 0 add nothing
   */
  double variance(SmoothEstimator measure, List<DomainSums> domains, double[] contrast) {
    if (!sharing()) {
      double sum = 0;
      for (int w = 0; w < contrast.length; w++) {
        if (contrast[w] != 0) {
          sum += contrast[w] * contrast[w] * domains.get(w).variance(measure);
        }
      }
      return sum;
    }
    List<double[][]> totals = new ArrayList<>();
    for (int w = 0; w < contrast.length; w++) {
      totals.add(influence(measure, domains.get(w), contrast[w]));
    }
    return variance(totals);
  }

  /** Returns the totals of c·∇g·u of each PSU, by stratum; residuals where weights were made. */
  private static double[][] influence(SmoothEstimator measure, DomainSums sums, double factor) {
    double[] gradient = measure.at(sums.totals()).gradient().clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
    Sampling sampling = sums.sampling();
    if (sampling.layout().classes().isPresent()) {
      DomainSums.Piece piece = new DomainSums.Piece(sums, gradient);
      return ResidualVariance.residuals(
          sampling.layout().classes().get(), sampling, ResidualVariance.of(List.of(piece)));
    }
    double[][] totals = new double[sampling.parts().size()][];
    for (int h = 0; h < totals.length; h++) {
      totals[h] =
          sampling.parts().get(h).units().stream()
              .mapToDouble(u -> sums.linear(u.block(sums.cell()), gradient))
              .toArray();
    }
    return totals;
  }

  private double variance(List<double[][]> totals) {
    List<double[]> joint = strata.stream().map(s -> joint(s, totals)).toList();
    LonelyPsu lonely = samplings.get(0).lonely();
    double all = 0;
    long psus = 0;
    for (double[] z : joint) {
      all += sum(z);
      psus += z.length;
    }
    double sum = 0;
    int alone = 0;
    for (int h = 0; h < joint.size(); h++) {
      double[] z = joint.get(h);
      double kept = 1 - strata.get(h).fraction();
      if (z.length > 1) {
        sum += kept * z.length / (z.length - 1.0) * squares(z, sum(z) / z.length);
      } else {
        alone++;
        sum += lonely == LonelyPsu.ADJUST ? kept * squares(z, all / psus) : 0;
      }
    }
    boolean average = lonely == LonelyPsu.AVERAGE && alone > 0;
    return average ? sum * joint.size() / (joint.size() - alone) : sum;
  }

  private static double[] joint(Shared stratum, List<double[][]> totals) {
    double[] joint = new double[stratum.units().size()];
    for (int a = 0; a < joint.length; a++) {
      int[] unit = stratum.units().get(a);
      for (int w = 0; w < unit.length; w++) {
        joint[a] += unit[w] < 0 ? 0 : totals.get(w)[stratum.places()[w]][unit[w]];
      }
    }
    return joint;
  }

  private static double sum(double[] z) {
    double sum = 0;
    for (double one : z) {
      sum += one;
    }
    return sum;
  }

  private static double squares(double[] z, double from) {
    double sum = 0;
    for (double one : z) {
      sum += (one - from) * (one - from);
    }
    return sum;
  }
}
