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
  public long df() {
    long psus = 0;
    long strata = 0;
    for (Sampling.Part part : sampling().parts()) {
      long here = part.units().stream().filter(u -> u.block(cell()) != null).count();
      psus += here;
      strata += here > 0 ? 1 : 0;
    }
    return psus - strata;
  }

  @Override
  public double variance(double[] gradient) {
    Totals[] strata = sampling().stratumTotals(cell());
    List<Sampling.Part> parts = sampling().parts();
    double sum = 0;
    int alone = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      if (part.psus() == 1) {
        alone++;
        sum += lonely(part, gradient, strata[parts.size()]);
      } else {
        double n = part.psus();
        sum +=
            (1 - part.fraction()) * n / (n - 1) * squares(part, gradient, strata[h], part.psus());
      }
    }
    if (sampling().lonely() == LonelyPsu.AVERAGE && alone > 0) {
      sum *= (double) parts.size() / (parts.size() - alone);
    }
    return sum;
  }

  /** Σ_a (∇g·(t_a − total/n))², every distance exact before it is rounded. */
  private double squares(Sampling.Part part, double[] gradient, Totals total, long n) {
    double sum = 0;
    double absent = 0;
    long absents = 0;
    for (Unit unit : part.units()) {
      Unit.Block block = unit.block(cell());
      if (block == null) {
        absent = absents++ == 0 ? distance(null, gradient, total, n) : absent;
      } else {
        double z = distance(block.sums, gradient, total, n);
        sum += z * z;
      }
    }
    return sum + absents * absent * absent;
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

  private double lonely(Sampling.Part part, double[] gradient, Totals all) {
    if (sampling().lonely() != LonelyPsu.ADJUST) {
      return 0;
    }
    long psus = sampling().parts().stream().mapToLong(Sampling.Part::psus).sum();
    return (1 - part.fraction()) * squares(part, gradient, all, psus);
  }
}
