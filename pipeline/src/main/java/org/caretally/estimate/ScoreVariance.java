package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caretally.design.LonelyPsu;

/**
 * Design covariance of totals whose PSU totals are known: Σ_h (1 − f_h) n_h/(n_h − 1) Σ_a (z_ha −
 * z̄_h)(z_ha − z̄_h)ᵀ, the formula of {@link DomainSums}. PSUs without members count as zero. Where
 * weights were made to meet headcounts, the residual form of {@link ResidualVariance} instead.
 */
final class ScoreVariance {
  private final double[][] sum;
  private final LonelyPsu lonely;
  private final double[] grand;
  private long psus;
  private int strata;
  private int alone;
  private final List<Lonely> singles = new ArrayList<>();

  /**
   * Equal PSUs.
   *
   * @param total score total of one
   * @param count how many
   */
  record Unit(double[] total, long count) {}

  private record Lonely(double share, double[] total) {}

  ScoreVariance(int size, LonelyPsu lonely) {
    sum = new double[size][size];
    grand = new double[size];
    this.lonely = lonely;
  }

  /**
   * Returns the design covariance of totals over the complete cases of a model.
   *
   * @param size how many totals
   * @param of what one person adds to them, weight included
   */
  static double[][] of(
      ModelData data, LonelyPsu lonely, int size, Function<ModelData.Line, double[]> of) {
    Optional<Classes> headcounts = data.sampling().layout().classes();
    if (headcounts.isPresent()) {
      ModelInfluence influence = ModelInfluence.of(data, size, of);
      return ResidualVariance.of(headcounts.get(), data.sampling(), influence, size);
    }
    ScoreVariance variance = new ScoreVariance(size, lonely);
    for (ModelData.Part part : data.parts()) {
      variance.stratum(part.design(), units(part, size, of));
    }
    return variance.matrix();
  }

  /** Totals of every PSU; of every kind of person, with their number, when people are PSUs. */
  private static List<Unit> units(
      ModelData.Part part, int size, Function<ModelData.Line, double[]> of) {
    boolean people = part.design().people();
    List<Unit> units = new ArrayList<>();
    for (List<ModelData.Line> psu : part.psus()) {
      double[] total = new double[size];
      for (ModelData.Line line : psu) {
        double[] own = of.apply(line);
        for (int j = 0; j < size; j++) {
          total[j] += own[j] * line.people();
        }
        if (people) {
          units.add(new Unit(own, line.people()));
        }
      }
      if (!people) {
        units.add(new Unit(total, 1));
      }
    }
    return units;
  }

  /** Adds a stratum; strata come in the order of the design. */
  void stratum(Sampling.Part part, List<Unit> units) {
    strata++;
    psus += part.psus();
    double n = part.psus();
    double[] mean = new double[grand.length];
    long members = 0;
    for (Unit unit : units) {
      members += unit.count();
      for (int j = 0; j < mean.length; j++) {
        mean[j] += unit.count() * unit.total()[j] / n;
        grand[j] += unit.count() * unit.total()[j];
      }
    }
    if (part.psus() == 1) {
      alone++;
      singles.add(new Lonely(1 - part.fraction(), mean));
      return;
    }
    double factor = (1 - part.fraction()) * n / (n - 1);
    for (Unit unit : units) {
      add(factor * unit.count(), unit.total(), mean);
    }
    add(factor * (n - members), new double[mean.length], mean);
  }

  private void add(double factor, double[] total, double[] mean) {
    for (int i = 0; i < mean.length; i++) {
      double di = factor * (total[i] - mean[i]);
      for (int j = 0; j < mean.length; j++) {
        sum[i][j] += di * (total[j] - mean[j]);
      }
    }
  }

  /** Returns the covariance matrix; called once, after the last stratum. */
  double[][] matrix() {
    if (lonely == LonelyPsu.ADJUST) {
      double[] mean = grand.clone();
      for (int j = 0; j < mean.length; j++) {
        mean[j] /= psus;
      }
      singles.forEach(s -> add(s.share(), s.total(), mean));
    }
    if (lonely == LonelyPsu.AVERAGE && alone > 0) {
      for (double[] row : sum) {
        for (int j = 0; j < row.length; j++) {
          row[j] *= (double) strata / (strata - alone);
        }
      }
    }
    return sum;
  }
}
