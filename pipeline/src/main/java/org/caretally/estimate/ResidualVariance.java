package org.caretally.estimate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/**
 * Covariances of smooth functions of totals whose weights were made to meet headcounts.
 *
 * <p>Estimand: the covariances over samples, each of which would have been weighted to the same
 * headcounts. With the influence z_i of a person, the headcounts' indicators x_i, design weights d
 * and calibrated weights w: e_i = w_i (z_i − x_i·β), β = (Σ d x xᵀ)⁻¹ Σ d x z, and the usual
 * variance of the PSU totals of e. The projection has design weights and the residual calibrated
 * ones, as in R's {@code calibrate} and {@code postStratify}.
 *
 * <p>x·β is the same for all people of a class c, so PSU totals of e are Σ_c (z_hac − W_hac x_c·β):
 * sums of the ledger by class suffice, and people outside a domain, whose z is 0, count through
 * W_hac. Where people are PSUs, Σ e² = Σ_c (Σ w²z² − 2 x_c·β Σ w²z + (x_c·β)² Σ w²).
 *
 * <p>Deville, J.-C. and Särndal, C.-E. (1992). Calibration estimators in survey sampling. JASA 87,
 * 376–382. doi:10.1080/01621459.1992.10475217
 */
final class ResidualVariance {
  private static final double GRID_SQUARED = (double) Weight.ONE * Weight.ONE;

  private final Sampling sampling;
  private final Influence influence;
  private final int size;
  private final double[][] fitted;

  /** Influences of one or more numbers, summed over the people of a unit. */
  interface Influence {

    /** Returns Σ w z for each number. */
    double[] first(Unit unit);

    /** Returns Σ w² z for each number; only where people are PSUs. */
    double[] mixed(Unit unit);

    /** Returns Σ w² z zᵀ; only where people are PSUs. */
    double[][] second(Unit unit);
  }

  private ResidualVariance(Sampling sampling, Influence influence, double[][] fitted) {
    this.sampling = sampling;
    this.influence = influence;
    this.fitted = fitted;
    size = fitted.length;
  }

  /**
   * Returns the covariances.
   *
   * @param size how many numbers
   */
  static double[][] of(Classes classes, Sampling sampling, Influence influence, int size) {
    return fitted(classes, sampling, influence, size).covariance();
  }

  /** Returns the residual totals of one number for each stratum and PSU, in order. */
  static double[][] residuals(Classes classes, Sampling sampling, Influence influence) {
    ResidualVariance fitted = fitted(classes, sampling, influence, 1);
    return sampling.classUnits().stream()
        .map(h -> h.stream().mapToDouble(psu -> fitted.residual(psu)[0]).toArray())
        .toArray(double[][]::new);
  }

  private static ResidualVariance fitted(
      Classes classes, Sampling sampling, Influence influence, int size) {
    double[][] z = new double[size][classes.size()];
    double[] base = new double[classes.size()];
    double[] weight = new double[classes.size()];
    for (List<SortedMap<Integer, ClassUnit>> stratum : sampling.classUnits()) {
      for (SortedMap<Integer, ClassUnit> psu : stratum) {
        psu.forEach(
            (c, unit) -> {
              double[] here = influence.first(unit.unit);
              for (int k = 0; k < size; k++) {
                z[k][c] += here[k];
              }
              base[c] += unit.base() / Weight.ONE;
              weight[c] += unit.weight() / Weight.ONE;
            });
      }
    }
    double[][] fitted = new double[size][];
    for (int k = 0; k < size; k++) {
      fitted[k] = fit(classes, base, weight, z[k]);
    }
    return new ResidualVariance(sampling, influence, fitted);
  }

  private static double[] fit(Classes classes, double[] base, double[] weight, double[] z) {
    double[] right = new double[classes.targets()];
    for (int c = 0; c < z.length; c++) {
      for (int at : classes.targetsOf(c)) {
        right[at] += weight[c] > 0 ? z[c] * base[c] / weight[c] : 0;
      }
    }
    double[] beta = Raking.solve(classes, base, right);
    double[] fitted = new double[z.length];
    for (int c = 0; c < z.length; c++) {
      for (int at : classes.targetsOf(c)) {
        fitted[c] += beta[at];
      }
    }
    return fitted;
  }

  private double[] residual(Map<Integer, ClassUnit> psu) {
    double[] e = new double[size];
    for (Map.Entry<Integer, ClassUnit> one : psu.entrySet()) {
      ClassUnit unit = one.getValue();
      double[] z = influence.first(unit.unit);
      for (int k = 0; k < size; k++) {
        e[k] += z[k] - fitted[k][one.getKey()] * unit.weight() / Weight.ONE;
      }
    }
    return e;
  }

  private double[][] covariance() {
    List<Sampling.Part> parts = sampling.parts();
    double psus = parts.stream().mapToLong(Sampling.Part::psus).sum();
    double[] mean = new double[size];
    sampling.classUnits().forEach(s -> addMean(mean, s, psus));
    double[][] sum = new double[size][size];
    int alone = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      List<SortedMap<Integer, ClassUnit>> units = sampling.classUnits().get(h);
      double n = part.psus();
      if (n > 1) {
        squares(sum, (1 - part.fraction()) * n / (n - 1), part, units);
      } else {
        alone++;
        if (sampling.lonely() == LonelyPsu.ADJUST) {
          add(sum, 1 - part.fraction(), residual(units.get(0)), mean);
        }
      }
    }
    boolean average = sampling.lonely() == LonelyPsu.AVERAGE && alone > 0;
    for (double[] row : sum) {
      for (int k = 0; average && k < size; k++) {
        row[k] *= (double) parts.size() / (parts.size() - alone);
      }
    }
    return sum;
  }

  private void addMean(double[] mean, List<SortedMap<Integer, ClassUnit>> units, double n) {
    for (SortedMap<Integer, ClassUnit> psu : units) {
      double[] e = residual(psu);
      for (int k = 0; k < size; k++) {
        mean[k] += e[k] / n;
      }
    }
  }

  private static void add(double[][] sum, double factor, double[] e, double[] mean) {
    for (int k = 0; k < e.length; k++) {
      for (int l = 0; l < e.length; l++) {
        sum[k][l] += factor * (e[k] - mean[k]) * (e[l] - mean[l]);
      }
    }
  }

  private void squares(
      double[][] sum, double factor, Sampling.Part part, List<SortedMap<Integer, ClassUnit>> all) {
    double[] mean = new double[size];
    addMean(mean, all, part.psus());
    if (!part.people()) {
      all.forEach(psu -> add(sum, factor, residual(psu), mean));
      return;
    }
    double[][] here = new double[size][size];
    all.get(0).forEach((c, unit) -> second(here, c, unit));
    for (int k = 0; k < size; k++) {
      for (int l = 0; l < size; l++) {
        double rest = here[k][l] - part.psus() * mean[k] * mean[l];
        sum[k][l] += factor * (k == l ? Math.max(0, rest) : rest);
      }
    }
  }

  private void second(double[][] sum, int of, ClassUnit unit) {
    double[][] z = influence.second(unit.unit);
    double[] mixed = influence.mixed(unit.unit);
    for (int k = 0; k < size; k++) {
      for (int l = 0; l < size; l++) {
        double fk = fitted[k][of];
        double fl = fitted[l][of];
        sum[k][l] += z[k][l] - fk * mixed[l] - fl * mixed[k];
        sum[k][l] += fk * fl * unit.square() / GRID_SQUARED;
      }
    }
  }

  /** Returns the influence of a function of the totals of domains. */
  static Influence of(List<DomainSums.Piece> pieces) {
    return new OfPieces(pieces);
  }

  private record OfPieces(List<DomainSums.Piece> pieces) implements Influence {

    @Override
    public double[] first(Unit unit) {
      double z = 0;
      for (DomainSums.Piece piece : pieces) {
        z += piece.sums().linear(unit.block(piece.sums().cell()), piece.gradient());
      }
      return new double[] {z};
    }

    @Override
    public double[] mixed(Unit unit) {
      double z = 0;
      for (DomainSums.Piece piece : pieces) {
        ByPerson sums = (ByPerson) piece.sums();
        z += sums.mixed(unit.block(sums.cell()), piece.gradient());
      }
      return new double[] {z};
    }

    @Override
    public double[][] second(Unit unit) {
      double z = 0;
      for (DomainSums.Piece piece : pieces) {
        ByPerson sums = (ByPerson) piece.sums();
        z += sums.second(unit.block(sums.cell()), piece.gradient());
      }
      return new double[][] {{z}};
    }
  }
}
