package org.caretally.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.caretally.codebook.Variable;

/**
 * Polychoric correlation of two ordered answers among people who gave both: the correlation of two
 * normal variables of which the answers are thought to be bands.
 *
 * <p>Two steps. Thresholds a_i = Φ⁻¹(weighted share at or below), likewise b_j. Then ρ solves S(ρ)
 * = Σ p_ij D_ij/π_ij = 0, where π_ij is the normal probability of a cell and D_ij = ∂π_ij/∂ρ. The
 * influence of a person in cell (k, l), over W, is −[D_kl/π_kl + Σ_i (∂S/∂a_i)(1(k ≤ i) −
 * Φ(a_i))/φ(a_i) + the same over b]/S′(ρ): that thresholds are estimated counts. It depends on the
 * cell only, so PSU sums of the table suffice. Interval and test on Fisher's scale.
 *
 * <p>Olsson, U. (1979). Maximum likelihood estimation of the polychoric correlation coefficient.
 * Psychometrika 44, 443–460. doi:10.1007/BF02296207
 */
public final class Polychoric implements Estimator {
  private static final double[] OUTWARDS = {.25, .5, .7, .8, .9, .95, .98, .99, .995, .999};
  private static final double FINE = 1e-13;
  private static final double SMALLEST = 1e-300;
  private static final int STEPS = 200;

  private final String id;
  private final Crosstab table;

  /** Creates the estimator for two variables with few ordered values, at their positions. */
  public Polychoric(int xPosition, Variable xVariable, int yPosition, Variable yVariable) {
    id = "polychoric(" + xVariable.id() + "," + yVariable.id() + ")";
    table =
        new Crosstab(
            List.of(
                Crosstab.Axis.of(xPosition, xVariable), Crosstab.Axis.of(yPosition, yVariable)));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public List<Crosstab> tables() {
    return List.of(table);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    Crosstab.Counted counted = sums.counted(table);
    long n = counted.n();
    long df = sums.df();
    Margin x = Margin.of(counted, 0);
    Margin y = Margin.of(counted, 1);
    if (n <= 2 || x.cuts.length < 3 || y.cuts.length < 3) {
      return FisherScale.none(n, df);
    }
    double rho = root(counted, x, y);
    if (Double.isNaN(rho)) {
      return FisherScale.none(n, df);
    }
    double variance = sums.covariance(table, new double[][] {influence(counted, x, y, rho)})[0][0];
    return FisherScale.estimate(rho, Math.sqrt(variance), n, fewest(counted, x, y), df);
  }

  /**
   * People in the smallest cell of a table of two by two, which follows from the correlation and
   * both shares, or at the smaller side of an answer with two values; -1 for longer ones.
   */
  private static long fewest(Crosstab.Counted counted, Margin x, Margin y) {
    boolean first = x.cuts.length == 3;
    boolean second = y.cuts.length == 3;
    if (!first && !second) {
      return -1;
    }
    long[] cells = new long[first && second ? 4 : 2];
    for (int c = 0; c < counted.size(); c++) {
      int at = (first ? x.at[c] : 0) * (first && second ? 2 : 1) + (second ? y.at[c] : 0);
      cells[at] += counted.people()[c];
    }
    return Arrays.stream(cells).min().orElse(0);
  }

  /** One variable: where its values lie, and the thresholds between them, with both infinities. */
  private static final class Margin {
    private final int[] at;
    private final double[] cuts;

    private Margin(int[] at, double[] cuts) {
      this.at = at;
      this.cuts = cuts;
    }

    static Margin of(Crosstab.Counted counted, int axis) {
      TreeSet<Long> found = new TreeSet<>();
      counted.codes().forEach(c -> found.add(c[axis]));
      List<Long> values = new ArrayList<>(found);
      double[] share = new double[values.size()];
      int[] at = new int[counted.size()];
      double total = counted.total();
      for (int c = 0; c < at.length; c++) {
        at[c] = values.indexOf(counted.codes().get(c)[axis]);
        share[at[c]] += counted.weights()[c] / total;
      }
      double[] cuts = new double[share.length + 1];
      cuts[0] = Double.NEGATIVE_INFINITY;
      double below = 0;
      for (int i = 1; i < share.length; i++) {
        below += share[i - 1];
        cuts[i] = BivariateNormal.quantile(below);
      }
      cuts[share.length] = Double.POSITIVE_INFINITY;
      return new Margin(at, cuts);
    }

    double low(int c) {
      return cuts[at[c]];
    }

    double high(int c) {
      return cuts[at[c] + 1];
    }
  }

  private interface Corner {
    double at(double a, double b);
  }

  /** What a function of corners gives for the rectangle of a combination. */
  private static double cell(Margin x, Margin y, int c, Corner f) {
    return f.at(x.high(c), y.high(c))
        - f.at(x.low(c), y.high(c))
        - f.at(x.high(c), y.low(c))
        + f.at(x.low(c), y.low(c));
  }

  private static double probability(Margin x, Margin y, int c, double rho) {
    return Math.max(SMALLEST, cell(x, y, c, (a, b) -> BivariateNormal.cdf(a, b, rho)));
  }

  private static double slope(Margin x, Margin y, int c, double rho) {
    return cell(x, y, c, (a, b) -> BivariateNormal.density(a, b, rho));
  }

  private static double score(Crosstab.Counted counted, Margin x, Margin y, double rho) {
    double sum = 0;
    for (int c = 0; c < counted.size(); c++) {
      sum += counted.weights()[c] * slope(x, y, c, rho) / probability(x, y, c, rho);
    }
    return sum;
  }

  /**
   * The likelihood has one top: its slope falls through 0 once. It is looked for from 0 outwards,
   * since near ±1 cells become too improbable to compare. NaN when there is no top.
   */
  private static double root(Crosstab.Counted counted, Margin x, Margin y) {
    double sign = score(counted, x, y, 0) >= 0 ? 1 : -1;
    double low = 0;
    for (double high : OUTWARDS) {
      if (sign * score(counted, x, y, sign * high) <= 0) {
        return sign * between(counted, x, y, sign, low, high);
      }
      low = high;
    }
    return Double.NaN;
  }

  private static double between(
      Crosstab.Counted counted, Margin x, Margin y, double sign, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < STEPS && high - low > FINE; i++) {
      double middle = (low + high) / 2;
      if (sign * score(counted, x, y, sign * middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double[] influence(Crosstab.Counted counted, Margin x, Margin y, double rho) {
    double total = counted.total();
    double[] direct = new double[counted.size()];
    double[] byX = new double[x.cuts.length];
    double[] byY = new double[y.cuts.length];
    double curve = 0;
    for (int c = 0; c < direct.length; c++) {
      double pi = probability(x, y, c, rho);
      double d = slope(x, y, c, rho);
      double p = counted.weights()[c] / total;
      direct[c] = d / pi;
      double bend = cell(x, y, c, (a, b) -> BivariateNormal.slope(a, b, rho));
      curve += p * (bend / pi - d * d / (pi * pi));
      thresholds(x, y, c, rho, p, byX);
      thresholds(y, x, c, rho, p, byY);
    }
    double[] z = new double[direct.length];
    for (int c = 0; c < z.length; c++) {
      z[c] = -(direct[c] + margin(x, c, byX) + margin(y, c, byY)) / curve / total;
    }
    return z;
  }

  /** Adds what one combination gives to ∂S/∂a for the two thresholds of its band. */
  private static void thresholds(Margin x, Margin y, int c, double rho, double p, double[] slopes) {
    double pi = probability(x, y, c, rho);
    double d = slope(x, y, c, rho);
    for (int side = 0; side < 2; side++) {
      double a = side == 0 ? x.low(c) : x.high(c);
      double sign = side == 0 ? -1 : 1;
      double ofPi =
          BivariateNormal.byFirst(a, y.high(c), rho) - BivariateNormal.byFirst(a, y.low(c), rho);
      double ofD =
          BivariateNormal.densityByFirst(a, y.high(c), rho)
              - BivariateNormal.densityByFirst(a, y.low(c), rho);
      slopes[x.at[c] + side] += sign * p * (ofD / pi - d * ofPi / (pi * pi));
    }
  }

  private static double margin(Margin x, int c, double[] slopes) {
    double sum = 0;
    for (int i = 1; i < x.cuts.length - 1; i++) {
      double cut = x.cuts[i];
      double below = x.at[c] < i ? 1 : 0;
      sum += slopes[i] * (below - BivariateNormal.cdf(cut)) / BivariateNormal.density(cut);
    }
    return sum;
  }
}
