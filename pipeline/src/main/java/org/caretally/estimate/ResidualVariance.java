package org.caretally.estimate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/**
 * Variance of a smooth function of totals whose weights were made to meet headcounts.
 *
 * <p>Estimand: the variance over samples, each of which would have been weighted to the same
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
  private final List<DomainSums.Piece> pieces;
  private final double[] fitted;

  private ResidualVariance(Sampling sampling, List<DomainSums.Piece> pieces, double[] fitted) {
    this.sampling = sampling;
    this.pieces = pieces;
    this.fitted = fitted;
  }

  static double of(Classes classes, Sampling sampling, List<DomainSums.Piece> pieces) {
    int size = classes.size();
    double[] z = new double[size];
    double[] base = new double[size];
    double[] weight = new double[size];
    for (List<SortedMap<Integer, ClassUnit>> stratum : sampling.classUnits()) {
      for (SortedMap<Integer, ClassUnit> psu : stratum) {
        psu.forEach(
            (c, unit) -> {
              z[c] += influence(pieces, unit.unit);
              base[c] += unit.base();
              weight[c] += unit.weight();
            });
      }
    }
    double[] right = new double[classes.targets()];
    for (int c = 0; c < size; c++) {
      for (int at : classes.targetsOf(c)) {
        right[at] += weight[c] > 0 ? z[c] * base[c] / weight[c] : 0;
      }
      base[c] /= Weight.ONE;
    }
    double[] beta = Raking.solve(classes, base, right);
    double[] fitted = new double[size];
    for (int c = 0; c < size; c++) {
      for (int at : classes.targetsOf(c)) {
        fitted[c] += beta[at];
      }
    }
    return new ResidualVariance(sampling, pieces, fitted).variance();
  }

  private static double influence(List<DomainSums.Piece> pieces, Unit unit) {
    double z = 0;
    for (DomainSums.Piece piece : pieces) {
      z += piece.sums().linear(unit.block(piece.sums().cell()), piece.gradient());
    }
    return z;
  }

  private double residual(Map<Integer, ClassUnit> psu) {
    double e = 0;
    for (Map.Entry<Integer, ClassUnit> one : psu.entrySet()) {
      ClassUnit unit = one.getValue();
      e += influence(pieces, unit.unit) - fitted[one.getKey()] * unit.weight() / Weight.ONE;
    }
    return e;
  }

  private double variance() {
    List<Sampling.Part> parts = sampling.parts();
    double psus = parts.stream().mapToLong(Sampling.Part::psus).sum();
    double mean = 0;
    for (List<SortedMap<Integer, ClassUnit>> stratum : sampling.classUnits()) {
      for (SortedMap<Integer, ClassUnit> psu : stratum) {
        mean += residual(psu) / psus;
      }
    }
    double sum = 0;
    int alone = 0;
    for (int h = 0; h < parts.size(); h++) {
      Sampling.Part part = parts.get(h);
      List<SortedMap<Integer, ClassUnit>> units = sampling.classUnits().get(h);
      double n = part.psus();
      if (n > 1) {
        sum += (1 - part.fraction()) * n / (n - 1) * squares(part, units);
      } else {
        alone++;
        double away = residual(units.get(0)) - mean;
        sum += sampling.lonely() == LonelyPsu.ADJUST ? (1 - part.fraction()) * away * away : 0;
      }
    }
    boolean average = sampling.lonely() == LonelyPsu.AVERAGE && alone > 0;
    return average ? sum * parts.size() / (parts.size() - alone) : sum;
  }

  private double squares(Sampling.Part part, List<SortedMap<Integer, ClassUnit>> units) {
    double n = part.psus();
    if (part.people()) {
      double first = residual(units.get(0));
      return Math.max(0, second(units.get(0)) - first * first / n);
    }
    double[] e = units.stream().mapToDouble(this::residual).toArray();
    double mean = 0;
    for (double one : e) {
      mean += one / n;
    }
    double sum = 0;
    for (double one : e) {
      sum += (one - mean) * (one - mean);
    }
    return sum;
  }

  private double second(Map<Integer, ClassUnit> psu) {
    double sum = 0;
    for (Map.Entry<Integer, ClassUnit> one : psu.entrySet()) {
      double f = fitted[one.getKey()];
      ClassUnit unit = one.getValue();
      sum += f * f * unit.square() / GRID_SQUARED;
      for (DomainSums.Piece piece : pieces) {
        ByPerson sums = (ByPerson) piece.sums();
        Unit.Block block = unit.unit.block(sums.cell());
        sum += sums.second(block, piece.gradient()) - 2 * f * sums.mixed(block, piece.gradient());
      }
    }
    return sum;
  }
}
