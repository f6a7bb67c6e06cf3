package org.caretally.estimate;

import java.util.BitSet;
import java.util.List;
import org.caretally.design.LonelyPsu;

/** Sums with a table of PSU totals. */
final class ByPsu extends DomainSums {
  ByPsu(Sampling sampling, int cell, List<Term> terms) {
    super(sampling, cell, terms);
  }

  @Override
  long dfOf(List<DomainSums> domains) {
    BitSet present = new BitSet();
    domains.forEach(d -> present.or(sampling().present(d.cell())));
    long psus = 0;
    long strata = 0;
    int from = 0;
    for (Sampling.Part part : sampling().parts()) {
      int to = from + part.units().size();
      int here = present.get(from, to).cardinality();
      psus += here;
      strata += here > 0 ? 1 : 0;
      from = to;
    }
    return psus - strata;
  }

  @Override
  double varianceOf(List<Piece> pieces) {
    List<Sampling.Part> parts = sampling().parts();
    double sum = 0;
    int alone = 0;
    int unit = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      if (part.psus() == 1) {
        alone++;
        sum += lonely(part, pieces);
      } else {
        double n = part.psus();
        sum +=
            (1 - part.fraction()) * n / (n - 1) * squares(pieces, unit, unit + part.units().size());
      }
      unit += part.units().size();
    }
    if (sampling().lonely() == LonelyPsu.AVERAGE && alone > 0) {
      sum *= (double) parts.size() / (parts.size() - alone);
    }
    return sum;
  }

  /** Σ_a (∇g·(t_a − t̄))² over the PSUs of a stratum, from one unit to before another. */
  private static double squares(List<Piece> pieces, int from, int to) {
    double[] z = new double[to - from];
    for (Piece piece : pieces) {
      DomainSums sums = piece.sums();
      double[] gradient = piece.gradient();
      Distances far = sums.sampling().distances(sums.cell());
      for (int i = 0; i < gradient.length; i++) {
        // a gradient of 0 asks nothing of its total, which may be beyond all numbers
        if (gradient[i] != 0) {
          addTimes(gradient[i], far.of(sums.at()[i]), from, z);
        }
      }
    }
    double sum = 0;
    for (double d : z) {
      sum += d * d;
    }
    return sum;
  }

  private static void addTimes(double factor, double[] column, int from, double[] z) {
    for (int u = 0; u < z.length; u++) {
      z[u] += factor * column[from + u];
    }
  }

  private double lonely(Sampling.Part part, List<Piece> pieces) {
    if (sampling().lonely() != LonelyPsu.ADJUST) {
      return 0;
    }
    long psus = sampling().parts().stream().mapToLong(Sampling.Part::psus).sum();
    Unit unit = part.units().get(0);
    double z = 0;
    for (Piece piece : pieces) {
      DomainSums sums = piece.sums();
      Unit.Block block = unit.block(sums.cell());
      Totals here = block == null ? null : block.sums;
      Totals total = sampling().stratumTotals(sums.cell())[sampling().parts().size()];
      double[] gradient = piece.gradient();
      for (int i = 0; i < gradient.length; i++) {
        z +=
            gradient[i] == 0
                ? 0
                : gradient[i] * Distances.distance(here, sums.at()[i], psus, total);
      }
    }
    return (1 - part.fraction()) * z * z;
  }
}
