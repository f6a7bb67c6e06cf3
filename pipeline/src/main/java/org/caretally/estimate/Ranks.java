package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.caretally.codebook.Variable;

/**
 * Whether people of one group tend to have higher values than those of another: the rank test of
 * two groups, for numbers that a mean describes badly.
 *
 * <p>Estimand θ = P(x₁ > x₂) + P(x₁ = x₂)/2 − 1/2 for a person of each group, from −1/2 to 1/2. It
 * is the difference of the groups' mean ridits, R(x) = (W_{<x} + W_x/2)/W over both groups
 * together, so ties share their weighted middle and the order of rows does not matter. The
 * influence of a person of the first group is (R − R̄₁)/W₁ + (G − θ)/W, of the second −(R − R̄₂)/W₂
 * + (G − θ)/W, with G(x) the share of the first group above x, ties counting half, less that of the
 * second: the ranks are estimated. PSU sums of each group's table of values suffice; groups that
 * share PSUs have a covariance, which is counted. Test and interval by t on the design's degrees of
 * freedom.
 *
 * <p>Lumley, T. and Scott, A. J. (2013). Two-sample rank tests under complex sampling. Biometrika
 * 100, 831–842. doi:10.1093/biomet/ast027
 */
public final class Ranks implements Estimator {
  private static final long FEWEST = 30;
  private static final String STATISTIC = "rank_difference";

  private final String id;
  private final Crosstab table;

  /** Creates the estimator for a number at its position in rows; it is given for groups only. */
  Ranks(int position, Variable variable) {
    id = "ranks(" + variable.id() + ")";
    table = new Crosstab(List.of(Crosstab.Axis.of(position, variable)));
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

  /** One group alone has nothing to be compared with. */
  @Override
  public Estimate estimate(DomainSums sums) {
    return none(0, sums.df());
  }

  private static Estimate none(long n, long df) {
    double none = Double.NaN;
    Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "does not exist");
    Interval empty = Interval.none("t");
    return new Estimate(STATISTIC, none, none, empty, df, n, -1, none, none, none, nothing);
  }

  /**
   * Compares two groups.
   *
   * @param group sums of the group
   * @param others sums of those it is compared with; nobody is in both
   */
  public Estimate compared(DomainSums group, DomainSums others) {
    List<DomainSums> both = List.of(group, others);
    Crosstab.Counted a = group.counted(table);
    Crosstab.Counted b = others.counted(table);
    long n = Math.min(a.n(), b.n());
    long df = DomainSums.df(both);
    if (n == 0) {
      return none(n, df);
    }
    Values values = new Values(a, b);
    double mean1 = values.mean(a);
    double mean2 = values.mean(b);
    double theta = mean1 - mean2;
    List<double[]> z =
        List.of(values.influence(a, mean1, theta, 1), values.influence(b, mean2, theta, -1));
    double se = Math.sqrt(DomainSums.tableVariance(both, table, z));
    double half = Quantiles.t975(df) * se;
    Interval interval = new Interval(theta - half, theta + half, "t");
    Reliability grade =
        n < FEWEST
            ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers in a group")
            : NchsStandard.reviewOf(df);
    double none = Double.NaN;
    double p = Quantiles.twoSided(theta / se, df);
    return new Estimate(STATISTIC, theta, se, interval, df, n, -1, none, none, p, grade);
  }

  /** The values of both groups: mid-ridit R and G of each. */
  private static final class Values {
    private final TreeMap<Long, double[]> values = new TreeMap<>();
    private final double total;

    /** A value holds the groups' weights, then R, then G. */
    Values(Crosstab.Counted a, Crosstab.Counted b) {
      double wa = a.total();
      double wb = b.total();
      total = wa + wb;
      fill(a, 0);
      fill(b, 1);
      double below = 0;
      for (double[] v : values.values()) {
        double here = v[0] + v[1];
        v[2] = (below + here / 2) / total;
        below += here;
      }
      double above = 0;
      for (double[] v : values.descendingMap().values()) {
        double gap = v[0] / wa - v[1] / wb;
        v[3] = above + gap / 2;
        above += gap;
      }
    }

    private void fill(Crosstab.Counted counted, int group) {
      for (int c = 0; c < counted.size(); c++) {
        long code = counted.codes().get(c)[0];
        values.computeIfAbsent(code, k -> new double[4])[group] += counted.weights()[c];
      }
    }

    private List<double[]> of(Crosstab.Counted counted) {
      List<double[]> all = new ArrayList<>();
      counted.codes().forEach(c -> all.add(values.get(c[0])));
      return all;
    }

    double mean(Crosstab.Counted counted) {
      List<double[]> at = of(counted);
      double sum = 0;
      for (int c = 0; c < counted.size(); c++) {
        sum += counted.weights()[c] * at.get(c)[2];
      }
      return sum / counted.total();
    }

    double[] influence(Crosstab.Counted counted, double mean, double theta, int sign) {
      List<double[]> at = of(counted);
      double own = counted.total();
      double[] z = new double[counted.size()];
      for (int c = 0; c < z.length; c++) {
        z[c] = sign * (at.get(c)[2] - mean) / own + (at.get(c)[3] - theta) / total;
      }
      return z;
    }
  }
}
