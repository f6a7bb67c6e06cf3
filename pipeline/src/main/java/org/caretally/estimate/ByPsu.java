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

  /** Σ_a (∇g·(t_a − total/n))², every distance exact before it is rounded. */
  private static double squares(Sampling.Part part, List<Piece> pieces, int stratum, long n) {
    double sum = 0;
    double absent = 0;
    long absents = 0;
    for (Unit unit : part.units()) {
      boolean here = pieces.stream().anyMatch(p -> unit.block(p.sums().cell()) != null);
      if (here || absents == 0) {
        double z = 0;
        for (Piece piece : pieces) {
          z += ((ByPsu) piece.sums()).distance(unit, piece.gradient(), stratum, n);
        }
        absent = here ? absent : z;
        sum += here ? z * z : 0;
      }
      absents += here ? 0 : 1;
    }
    return sum + absents * absent * absent;
  }

  private double distance(Unit unit, double[] gradient, int stratum, long n) {
    Totals total = sampling().stratumTotals(cell())[stratum];
    Unit.Block block = unit.block(cell());
    int[] at = at();
    double z = 0;
    for (int i = 0; i < at.length; i++) {
      if (gradient[i] != 0) {
        double far = block == null ? -total.value(at[i]) : block.sums.distance(at[i], n, total);
        z += gradient[i] * far;
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
