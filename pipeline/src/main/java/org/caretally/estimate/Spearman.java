package org.caretally.estimate;

import java.util.List;
import java.util.TreeMap;
import org.caretally.codebook.Variable;

/**
 * Spearman rank correlation of two numbers among people who answered both.
 *
 * <p>Estimand ρ = Cov(R_x, R_y)/√(s_x s_y), where R(v) = (W_{<v} + W_v/2)/W is the weighted
 * mid-rank and s = (1 − Σ p³)/12 its variance. Ties share their weighted middle, so the result does
 * not depend on the order of rows; with equal weights it is the usual ρ. The influence of a person
 * with (x, y) is [R_x R_y + A_x + A_y − 3T]/√(s_x s_y) + (ρ/8)[(p_x² − Σp_x³)/s_x + (p_y² −
 * Σp_y³)/s_y], with T = E R_x R_y and A_x(i) = Σ_{i'>i} g(i') + g(i)/2, g(i) = E R_y 1(x = i):
 * ranks are estimated, and to treat them as fixed makes the standard error too small. It depends on
 * a person only through (x, y), so PSU sums of the table of both suffice. Interval and test on
 * Fisher's scale as for {@link Correlation}.
 *
 * <p>Lumley, T. and Scott, A. J. (2013). Two-sample rank tests under complex sampling. Biometrika
 * 100, 831–842. doi:10.1093/biomet/ast027
 */
public final class Spearman implements Estimator {
  private final String id;
  private final Crosstab table;

  /** Creates the estimator for two numbers at their positions in rows. */
  public Spearman(int xPosition, Variable xVariable, int yPosition, Variable yVariable) {
    this(xPosition, xVariable, yPosition, yVariable, List.of());
  }

  /**
   * The same among people who answered more.
   *
   * @param answered positions of further variables that must be answered
   */
  public Spearman(
      int xPosition,
      Variable xVariable,
      int yPosition,
      Variable yVariable,
      List<Integer> answered) {
    id = "spearman(" + xVariable.id() + "," + yVariable.id() + ")" + answered;
    table =
        new Crosstab(
            List.of(Crosstab.Axis.of(xPosition, xVariable), Crosstab.Axis.of(yPosition, yVariable)),
            answered);
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
    if (n <= 2) {
      return FisherScale.none(n, df);
    }
    Linearised rho = at(counted);
    if (!Double.isFinite(rho.value())) {
      return FisherScale.none(n, df);
    }
    double variance = sums.covariance(table, new double[][] {rho.gradient()})[0][0];
    return FisherScale.estimate(rho.value(), Math.sqrt(variance), n, df);
  }

  /** Returns ρ and the influence of each combination over Σ w. */
  static Linearised at(Crosstab.Counted counted) {
    double total = counted.total();
    Margin x = new Margin(counted, 0, total);
    Margin y = new Margin(counted, 1, total);
    double product = 0;
    for (int c = 0; c < counted.size(); c++) {
      double p = counted.weights()[c] / total;
      product += p * x.rank(c) * y.rank(c);
      x.add(c, p * y.rank(c));
      y.add(c, p * x.rank(c));
    }
    x.accumulate();
    y.accumulate();
    double s = Math.sqrt(x.variance * y.variance);
    double rho = (product - 0.25) / s;
    double[] influence = new double[counted.size()];
    for (int c = 0; c < influence.length; c++) {
      double ranks = x.rank(c) * y.rank(c) + x.above(c) + y.above(c) - 3 * product;
      double spread = x.share(c) / x.variance + y.share(c) / y.variance;
      influence[c] = (ranks / s + rho / 8 * spread) / total;
    }
    return new Linearised(rho, influence);
  }

  /** One variable's shares, mid-ranks and the other's expected rank above each value. */
  private static final class Margin {
    private final Crosstab.Counted counted;
    private final int axis;
    private final TreeMap<Long, double[]> values = new TreeMap<>();
    private final double cubes;
    private final double variance;

    /** A value holds its share, its mid-rank, g and A. */
    Margin(Crosstab.Counted counted, int axis, double total) {
      this.counted = counted;
      this.axis = axis;
      for (int c = 0; c < counted.size(); c++) {
        long code = counted.codes().get(c)[axis];
        values.computeIfAbsent(code, k -> new double[4])[0] += counted.weights()[c] / total;
      }
      double below = 0;
      double sum = 0;
      for (double[] v : values.values()) {
        v[1] = below + v[0] / 2;
        below += v[0];
        sum += v[0] * v[0] * v[0];
      }
      cubes = sum;
      variance = (1 - sum) / 12;
    }

    private double[] of(int c) {
      return values.get(counted.codes().get(c)[axis]);
    }

    double rank(int c) {
      return of(c)[1];
    }

    void add(int c, double expected) {
      of(c)[2] += expected;
    }

    void accumulate() {
      double above = 0;
      for (double[] v : values.descendingMap().values()) {
        v[3] = above + v[2] / 2;
        above += v[2];
      }
    }

    double above(int c) {
      return of(c)[3];
    }

    double share(int c) {
      return of(c)[0] * of(c)[0] - cubes;
    }
  }
}
