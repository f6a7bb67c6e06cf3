package org.caretally.estimate;

import java.util.List;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/** Sums with a table of PSU totals. */
final class ByPsu extends DomainSums {

  ByPsu(Sampling sampling, int cell, List<Term> terms) {
    super(sampling, cell, terms);
  }

  @Override
  long dfOf(List<DomainSums> domains) {
    long psus = 0;
    long strata = 0;
    for (Sampling.Part part : sampling().parts()) {
      long here =
          part.units().stream()
              .filter(u -> domains.stream().anyMatch(d -> u.block(d.cell()) != null))
              .count();
      psus += here;
      strata += here > 0 ? 1 : 0;
    }
    return psus - strata;
  }

  @Override
  double varianceOf(List<Piece> pieces) {
    List<Sampling.Part> parts = sampling().parts();
    double sum = 0;
    int alone = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      if (part.psus() == 1) {
        alone++;
        sum += lonely(part, pieces);
      } else {
        double n = part.psus();
        sum += (1 - part.fraction()) * n / (n - 1) * squares(part, pieces, h, part.psus());
      }
    }
    if (sampling().lonely() == LonelyPsu.AVERAGE && alone > 0) {
      sum *= (double) parts.size() / (parts.size() - alone);
    }
    return sum;
  }

  /**
   * Σ_a (∇g·(t_a − total/n))², every distance exact before it is rounded. Most PSUs have no member
   * of most groups, and lie equally far away then.
   */
  private static double squares(Sampling.Part part, List<Piece> pieces, int stratum, long n) {
    int size = pieces.size();
    Totals[] totals = new Totals[size];
    double[] away = new double[size];
    for (int p = 0; p < size; p++) {
      ByPsu sums = (ByPsu) pieces.get(p).sums();
      totals[p] = sums.sampling().stratumTotals(sums.cell())[stratum];
      away[p] = sums.distance(null, pieces.get(p).gradient(), totals[p], n);
    }
    double sum = 0;
    for (Unit unit : part.units()) {
      double z = 0;
      for (int p = 0; p < size; p++) {
        ByPsu sums = (ByPsu) pieces.get(p).sums();
        Unit.Block block = unit.block(sums.cell());
        z +=
            block == null
                ? away[p]
                : sums.distance(block.sums, pieces.get(p).gradient(), totals[p], n);
      }
      sum += z * z;
    }
    return sum;
  }

  private double distance(Totals unit, double[] gradient, Totals total, long n) {
    int[] at = at();
    double z = 0;
    for (int i = 0; i < at.length; i++) {
      if (gradient[i] != 0) {
        z += gradient[i] * (unit == null ? -total.value(at[i]) : unit.distance(at[i], n, total));
      }
    }
    return z / n / Weight.ONE;
  }

  private double lonely(Sampling.Part part, List<Piece> pieces) {
    if (sampling().lonely() != LonelyPsu.ADJUST) {
      return 0;
    }
    long psus = sampling().parts().stream().mapToLong(Sampling.Part::psus).sum();
    return (1 - part.fraction()) * squares(part, pieces, sampling().parts().size(), psus);
  }
}
