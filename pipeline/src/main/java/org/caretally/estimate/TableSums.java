package org.caretally.estimate;

import java.util.Map;
import java.util.Optional;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/**
 * Design covariances of weighted sums over the combinations of a table: those of a {@link
 * DomainSums}, whose PSU totals are here Σ_c z_c w_hac. Coefficients are influence values, which
 * add up to about 0 over the survey, so no digits cancel.
 */
final class TableSums {
  private static final double GRID_SQUARED = (double) Weight.ONE * Weight.ONE;

  private final Sampling sampling;
  private final int cell;
  private final int table;

  TableSums(Sampling sampling, int cell, int table) {
    this.sampling = sampling;
    this.cell = cell;
    this.table = table;
  }

  double[][] covariance(Map<Long, Integer> positions, double[][] z) {
    int m = z.length;
    Optional<Classes> classes = sampling.layout().classes();
    if (classes.isPresent()) {
      Combined combined = new Combined(positions, z);
      return ResidualVariance.of(classes.get(), sampling, combined, m);
    }
    double[][] sum = new double[m][m];
    double psus = sampling.parts().stream().mapToLong(Sampling.Part::psus).sum();
    double[] overall = mean(positions, z, psus);
    int alone = 0;
    for (Sampling.Part part : sampling.parts()) {
      double n = part.psus();
      double kept = 1 - part.fraction();
      if (n > 1) {
        add(sum, kept * n / (n - 1), about(part, positions, z, null));
      } else {
        alone++;
        if (sampling.lonely() == LonelyPsu.ADJUST) {
          add(sum, kept, about(part, positions, z, overall));
        }
      }
    }
    if (sampling.lonely() == LonelyPsu.AVERAGE && alone > 0) {
      int strata = sampling.parts().size();
      double[][] scaled = new double[m][m];
      add(scaled, (double) strata / (strata - alone), sum);
      return scaled;
    }
    return sum;
  }

  /** Σ (t − centre)(t − centre)ᵀ over the PSUs of a stratum; its own mean without a centre. */
  private double[][] about(
      Sampling.Part part, Map<Long, Integer> positions, double[][] z, double[] fixed) {
    int m = z.length;
    double n = part.psus();
    double[] centre = fixed;
    if (centre == null) {
      centre = new double[m];
      for (Unit unit : part.units()) {
        double[] t = total(unit, positions, z);
        for (int k = 0; k < m; k++) {
          centre[k] += t[k] / n;
        }
      }
    }
    double[][] sum = new double[m][m];
    if (sampling.layout().people()) {
      people(sum, part.units().get(0), positions, z, centre, n);
      return sum;
    }
    for (Unit unit : part.units()) {
      double[] t = total(unit, positions, z);
      for (int k = 0; k < m; k++) {
        for (int l = 0; l < m; l++) {
          sum[k][l] += (t[k] - centre[k]) * (t[l] - centre[l]);
        }
      }
    }
    return sum;
  }

  /** People of one combination are alike but for their weights: their second moment is Σ w². */
  private void people(
      double[][] sum,
      Unit unit,
      Map<Long, Integer> positions,
      double[][] z,
      double[] centre,
      double n) {
    double[] t = total(unit, positions, z);
    CrosstabSums sums = sums(unit);
    int[] order = sums == null ? new int[0] : sums.order();
    for (int k = 0; k < z.length; k++) {
      for (int l = 0; l < z.length; l++) {
        for (int i : order) {
          int at = positions.get(sums.key(i));
          sum[k][l] += z[k][at] * z[l][at] * sums.square(i) / GRID_SQUARED;
        }
        sum[k][l] += n * centre[k] * centre[l] - t[k] * centre[l] - t[l] * centre[k];
      }
    }
  }

  /** Influences that depend on a person's combination only. */
  private final class Combined implements ResidualVariance.Influence {
    private final Map<Long, Integer> positions;
    private final double[][] z;

    Combined(Map<Long, Integer> positions, double[][] z) {
      this.positions = positions;
      this.z = z;
    }

    @Override
    public double[] first(Unit unit) {
      return total(unit, positions, z);
    }

    @Override
    public double[] mixed(Unit unit) {
      double[] sum = new double[z.length];
      CrosstabSums sums = sums(unit);
      for (int i : sums == null ? new int[0] : sums.order()) {
        for (int k = 0; k < sum.length; k++) {
          sum[k] += z[k][positions.get(sums.key(i))] * sums.square(i) / GRID_SQUARED;
        }
      }
      return sum;
    }

    @Override
    public double[][] second(Unit unit) {
      double[] none = new double[z.length];
      double[][] sum = new double[z.length][z.length];
      people(sum, unit, positions, z, none, 0);
      return sum;
    }
  }

  private double[] mean(Map<Long, Integer> positions, double[][] z, double psus) {
    double[] mean = new double[z.length];
    for (Sampling.Part part : sampling.parts()) {
      for (Unit unit : part.units()) {
        double[] t = total(unit, positions, z);
        for (int k = 0; k < t.length; k++) {
          mean[k] += t[k] / psus;
        }
      }
    }
    return mean;
  }

  private double[] total(Unit unit, Map<Long, Integer> positions, double[][] z) {
    double[] t = new double[z.length];
    CrosstabSums sums = sums(unit);
    if (sums != null) {
      for (int i : sums.order()) {
        double w = sums.weight(i) / Weight.ONE;
        int at = positions.get(sums.key(i));
        for (int k = 0; k < t.length; k++) {
          t[k] += z[k][at] * w;
        }
      }
    }
    return t;
  }

  private CrosstabSums sums(Unit unit) {
    return unit.block(cell) == null ? null : unit.block(cell).tables[table];
  }

  private static void add(double[][] sum, double factor, double[][] more) {
    for (int k = 0; k < sum.length; k++) {
      for (int l = 0; l < sum.length; l++) {
        sum[k][l] += factor * more[k][l];
      }
    }
  }
}
