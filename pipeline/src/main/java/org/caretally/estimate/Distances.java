package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.caretally.design.Weight;

/**
 * The distances t_a − t̄ of PSU totals from the mean of their stratum in one cell: a column for
 * each sum, over the PSUs of all strata in order. A column is made when it is first asked for and
 * kept, because the sums of one estimator are those of many: every comparison of a group asks for
 * them again. Each distance is exact before it is rounded once; a PSU without members has totals of
 * zero.
 */
final class Distances {
  private final List<Sampling.Part> parts;
  private final Totals[] strata;
  private final Totals[] units;
  private final AtomicReferenceArray<double[]> columns;

  Distances(Sampling sampling, int cell) {
    parts = sampling.parts();
    strata = sampling.stratumTotals(cell);
    List<Totals> all = new ArrayList<>(sampling.units());
    for (Sampling.Part part : parts) {
      for (Unit unit : part.units()) {
        Unit.Block block = unit.block(cell);
        all.add(block == null ? null : block.sums);
      }
    }
    units = all.toArray(Totals[]::new);
    columns = new AtomicReferenceArray<>(sampling.layout().shape(cell).sums());
  }

  /** Returns the distances of one sum, one for each PSU; not to be changed. */
  double[] of(int sum) {
    double[] known = columns.get(sum);
    if (known != null) {
      return known;
    }
    double[] column = new double[units.length];
    int unit = 0;
    for (int h = 0; h < parts.size(); h++) {
      long n = parts.get(h).psus();
      int end = unit + parts.get(h).units().size();
      for (; unit < end; unit++) {
        column[unit] = distance(units[unit], sum, n, strata[h]);
      }
    }
    columns.set(sum, column);
    return column;
  }

  /** Returns the distance of one PSU's total from the mean of n PSUs whose total is given. */
  static double distance(Totals totals, int sum, long n, Totals of) {
    double times = totals == null ? -of.value(sum) : totals.distance(sum, n, of);
    return times / n / Weight.ONE;
  }
}
