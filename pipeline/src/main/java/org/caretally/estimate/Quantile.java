package org.caretally.estimate;

import java.util.List;
import org.caretally.codebook.Variable;

/**
 * A quantile of a number, such as the median.
 *
 * <p>Estimand: the smallest x with F(x) ≥ p, F the weighted distribution of people who answered.
 * Woodruff's interval: F at the quantile is a mean of zeros and ones with a design variance; its
 * interval F ± t SE is turned back into values by the same rule. A limit outside 0 to 1 does not
 * exist. Standard error: width of the interval over 2t. The number of people on the smaller side of
 * the quantile and of its limits is what the gate looks at, because a quantile is a value that some
 * person has.
 *
 * <p>Woodruff, R. S. (1952). Confidence intervals for medians and other position measures. Journal
 * of the American Statistical Association 47, 635–646. doi:10.1080/01621459.1952.10483443
 */
public final class Quantile implements Estimator {
  private final String id;
  private final double probability;
  private final long grid;
  private final Crosstab table;

  /**
   * Creates the estimator.
   *
   * @param position position of the variable in rows
   * @param variable a number
   * @param percent 1 to 99
   */
  public Quantile(int position, Variable variable, int percent) {
    id = "q" + percent + "(" + variable.id() + ")";
    probability = percent / 100.0;
    grid = variable.grid();
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

  /** Returns the whole distribution in a domain: values in cells, with their people and weights. */
  public Crosstab.Counted distribution(DomainSums sums) {
    return sums.counted(table);
  }

  /** Returns how many people of a domain answered. */
  public long people(DomainSums sums) {
    return sums.counted(table).n();
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    String statistic = id.substring(0, id.indexOf('('));
    Crosstab.Counted counted = sums.counted(table);
    long df = sums.df();
    double none = Double.NaN;
    if (counted.size() == 0) {
      Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "no answers");
      Interval empty = Interval.none("woodruff");
      return new Estimate(statistic, none, none, empty, df, 0, -1, none, none, none, nothing);
    }
    double[] below = cumulated(counted);
    int at = first(below, probability);
    double[] z = new double[below.length];
    double total = counted.total();
    for (int i = 0; i < z.length; i++) {
      z[i] = ((i <= at ? 1 : 0) - below[at]) / total;
    }
    double half = Quantiles.t975(df) * Math.sqrt(sums.covariance(table, new double[][] {z})[0][0]);
    int low = below[at] - half > 0 ? first(below, below[at] - half) : -1;
    int high = below[at] + half < 1 ? first(below, below[at] + half) : -1;
    Interval interval = new Interval(value(counted, low), value(counted, high), "woodruff");
    double se = (interval.high() - interval.low()) / (2 * Quantiles.t975(df));
    long fewest = Math.min(side(counted, at), Math.min(side(counted, low), side(counted, high)));
    return new Estimate(
        statistic,
        value(counted, at),
        se,
        interval,
        df,
        fewest,
        -1,
        none,
        none,
        none,
        NchsStandard.reviewOf(df));
  }

  private static double[] cumulated(Crosstab.Counted counted) {
    double[] sums = counted.weights().clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    double total = sums[sums.length - 1];
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= total;
    }
    return sums;
  }

  private static int first(double[] below, double share) {
    int i = 0;
    while (i < below.length - 1 && below[i] < share) {
      i++;
    }
    return i;
  }

  private double value(Crosstab.Counted counted, int i) {
    return i < 0 ? Double.NaN : (double) counted.codes().get(i)[0] / grid;
  }

  /** People at or below a value, or at or above it, whichever are fewer. */
  private static long side(Crosstab.Counted counted, int at) {
    long below = 0;
    for (int i = 0; i <= at; i++) {
      below += counted.people()[i];
    }
    return at < 0 ? Long.MAX_VALUE : Math.min(below, counted.n() - below + counted.people()[at]);
  }
}
