package org.caretally.estimate;

import java.util.List;
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
  private final List<Piece> pieces;
  private final int size;

  /**
   * What one domain adds.
   *
   * @param cell the domain
   * @param table position of the table in its shape
   * @param positions position of each combination in the coefficients
   * @param z for each sum its coefficients
   */
  record Piece(int cell, int table, Map<Long, Integer> positions, double[][] z) {}

  /**
   * Sums over domains that have nobody in common.
   *
   * @param pieces at least one, all with the same number of sums
   */
  TableSums(Sampling sampling, List<Piece> pieces) {
    this.sampling = sampling;
    this.pieces = List.copyOf(pieces);
    size = pieces.get(0).z().length;
  }

  double[][] covariance() {
    int m = size;
    Optional<Classes> classes = sampling.layout().classes();
    if (classes.isPresent()) {
      return ResidualVariance.of(classes.get(), sampling, new Combined(), m);
    }
    double[][] sum = new double[m][m];
    double[] overall = adjusted() ? mean() : null;
    int alone = 0;
    for (Sampling.Part part : sampling.parts()) {
      double n = part.psus();
      double kept = 1 - part.fraction();
      if (n > 1) {
        add(sum, kept * n / (n - 1), about(part, null));
      } else {
        alone++;
        if (sampling.lonely() == LonelyPsu.ADJUST) {
          add(sum, kept, about(part, overall));
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
  private double[][] about(Sampling.Part part, double[] fixed) {
    int m = size;
    double n = part.psus();
    double[][] totals = part.units().stream().map(this::total).toArray(double[][]::new);
    double[] centre = fixed;
    if (centre == null) {
      centre = new double[m];
      for (double[] t : totals) {
        for (int k = 0; k < m; k++) {
          centre[k] += t[k] / n;
        }
      }
    }
    double[][] sum = new double[m][m];
    if (sampling.layout().people()) {
      people(sum, part.units().get(0), centre, n);
      return sum;
    }
    for (double[] t : totals) {
      for (int k = 0; k < m; k++) {
        for (int l = 0; l < m; l++) {
          sum[k][l] += (t[k] - centre[k]) * (t[l] - centre[l]);
        }
      }
    }
    return sum;
  }

  /** People of one combination are alike but for their weights: their second moment is Σ w². */
  private void people(double[][] sum, Unit unit, double[] centre, double n) {
    double[] t = total(unit);
    for (Piece piece : pieces) {
      squares(sum, piece, sums(unit, piece));
    }
    for (int k = 0; k < size; k++) {
      for (int l = 0; l < size; l++) {
        sum[k][l] += n * centre[k] * centre[l] - t[k] * centre[l] - t[l] * centre[k];
      }
    }
  }

  /** Influences that depend on a person's combination only. */
  private final class Combined implements ResidualVariance.Influence {

    @Override
    public double[] first(Unit unit) {
      return total(unit);
    }

    @Override
    public double[] mixed(Unit unit) {
      double[] sum = new double[size];
      for (Piece piece : pieces) {
        CrosstabSums sums = sums(unit, piece);
        for (int i : sums == null ? new int[0] : sums.order()) {
          int at = piece.positions().get(sums.key(i));
          for (int k = 0; k < size; k++) {
            sum[k] += piece.z()[k][at] * sums.square(i) / GRID_SQUARED;
          }
        }
      }
      return sum;
    }

    @Override
    public double[][] second(Unit unit) {
      double[][] sum = new double[size][size];
      people(sum, unit, new double[size], 0);
      return sum;
    }
  }

  private void squares(double[][] sum, Piece piece, CrosstabSums sums) {
    int[] order = sums == null ? new int[0] : sums.order();
    double[][] z = piece.z();
    for (int k = 0; k < size; k++) {
      for (int l = 0; l < size; l++) {
        for (int i : order) {
          int at = piece.positions().get(sums.key(i));
          sum[k][l] += z[k][at] * z[l][at] * sums.square(i) / GRID_SQUARED;
        }
      }
    }
  }

  private boolean adjusted() {
    return sampling.lonely() == LonelyPsu.ADJUST
        && sampling.parts().stream().anyMatch(p -> p.psus() == 1);
  }

  private double[] mean() {
    double psus = sampling.parts().stream().mapToLong(Sampling.Part::psus).sum();
    double[] mean = new double[size];
    for (Sampling.Part part : sampling.parts()) {
      for (Unit unit : part.units()) {
        double[] t = total(unit);
        for (int k = 0; k < t.length; k++) {
          mean[k] += t[k] / psus;
        }
      }
    }
    return mean;
  }

  private double[] total(Unit unit) {
    double[] t = new double[size];
    for (Piece piece : pieces) {
      CrosstabSums sums = sums(unit, piece);
      if (sums != null) {
        for (int i : sums.order()) {
          double w = sums.weight(i) / Weight.ONE;
          int at = piece.positions().get(sums.key(i));
          for (int k = 0; k < t.length; k++) {
            t[k] += piece.z()[k][at] * w;
          }
        }
      }
    }
    return t;
  }

  private static CrosstabSums sums(Unit unit, Piece piece) {
    return unit.block(piece.cell()) == null ? null : unit.block(piece.cell()).tables[piece.table()];
  }

  private static void add(double[][] sum, double factor, double[][] more) {
    for (int k = 0; k < sum.length; k++) {
      for (int l = 0; l < sum.length; l++) {
        sum[k][l] += factor * more[k][l];
      }
    }
  }
}
