package org.caretally.estimate;

import java.util.BitSet;
import java.util.List;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/** Sums with a table of PSU totals. */
final class ByPsu extends DomainSums {
  private volatile double[] far;

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
      double[] gradient = piece.gradient();
      double[] far = ((ByPsu) piece.sums()).far();
      for (int u = from; u < to; u++) {
        for (int i = 0, at = u * gradient.length; i < gradient.length; i++, at++) {
          // a gradient of 0 asks nothing of its total, which may be beyond all numbers
          z[u - from] += gradient[i] == 0 ? 0 : gradient[i] * far[at];
        }
      }
    }
    double sum = 0;
    for (double d : z) {
      sum += d * d;
    }
    return sum;
  }

  /** Returns t_a − t̄ for every PSU and term; one comparison after another asks for them. */
  private double[] far() {
    double[] known = far;
    if (known != null) {
      return known;
    }
    int terms = at().length;
    double[] all = new double[sampling().units() * terms];
    Totals[] totals = sampling().stratumTotals(cell());
    int next = 0;
    for (int h = 0; h < sampling().parts().size(); h++) {
      Sampling.Part part = sampling().parts().get(h);
      for (Unit unit : part.units()) {
        Unit.Block block = unit.block(cell());
        for (int i = 0; i < terms; i++) {
          all[next++] = distance(block, i, totals[h], part.psus());
        }
      }
    }
    far = all;
    return all;
  }

  /** Every distance is exact before it is rounded. A PSU without members has totals of zero. */
  private double distance(Unit.Block block, int term, Totals total, long n) {
    int sum = at()[term];
    double times = block == null ? -total.value(sum) : block.sums.distance(sum, n, total);
    return times / n / Weight.ONE;
  }

  private double lonely(Sampling.Part part, List<Piece> pieces) {
    if (sampling().lonely() != LonelyPsu.ADJUST) {
      return 0;
    }
    long psus = sampling().parts().stream().mapToLong(Sampling.Part::psus).sum();
    Unit unit = part.units().get(0);
    double z = 0;
    for (Piece piece : pieces) {
      ByPsu sums = (ByPsu) piece.sums();
      Totals total = sampling().stratumTotals(sums.cell())[sampling().parts().size()];
      double[] gradient = piece.gradient();
      for (int i = 0; i < gradient.length; i++) {
        z +=
            gradient[i] == 0
                ? 0
                : gradient[i] * sums.distance(unit.block(sums.cell()), i, total, psus);
      }
    }
    return (1 - part.fraction()) * z * z;
  }
}
