package org.caretally.estimate;

import java.util.List;
import org.caretally.codebook.Variable;

/**
 * Weighted mean of a number.
 *
 * <p>Estimand μ = Σ w x / Σ w over the domain's people who answered. With totals W and X of the
 * pivoted value the mean is X/W + pivot and its gradient (−X/W, 1)/W; the pivot keeps X small, so
 * that no digits cancel. The total of squares serves the design effect and effect sizes. Interval μ
 * ± t·SE on the design's degrees of freedom. Design effect: variance over s²/n, where s² is the
 * weighted variance times n/(n − 1), as R survey's {@code deff = "replace"}.
 *
 * <p>Woodruff, R. S. (1971). A simple method for approximating the variance of a complicated
 * estimate. Journal of the American Statistical Association 66, 411–414.
 * doi:10.1080/01621459.1971.10482279
 */
public final class Mean implements SmoothEstimator {
  private static final long FEWEST = 30;

  private final int position;
  private final Variable whole;
  private final String variable;
  private final long grid;
  private final long pivot;
  private final Term answered;
  private final Term value;

  /**
   * Creates the estimator.
   *
   * @param position position of the variable in rows
   * @param variable a number
   */
  public Mean(int position, Variable variable) {
    this.position = position;
    whole = variable;
    this.variable = variable.id();
    grid = variable.grid();
    pivot = variable.pivot();
    answered = new Term.Answered(position);
    value = new Term.Value(position, pivot);
  }

  @Override
  public String id() {
    return "mean(" + variable + ")";
  }

  @Override
  public List<Term> terms() {
    return List.of(answered, value, value.times(value));
  }

  /** Returns estimators of the spread of the same number: standard deviation and quartiles. */
  public List<Estimator> spread() {
    return List.of(
        new Spread(this),
        new Quantile(position, whole, 25),
        new Quantile(position, whole, 50),
        new Quantile(position, whole, 75));
  }

  /** Returns the rank test of the same number, for comparing groups. */
  public Ranks ranks() {
    return new Ranks(position, whole);
  }

  /** Returns the cells per unit. */
  long grid() {
    return grid;
  }

  /** Returns how many people of a domain answered. */
  long people(DomainSums sums) {
    return sums.count(answered);
  }

  @Override
  public Linearised at(double[] totals) {
    double mean = totals[1] / totals[0];
    double[] gradient = {-mean / totals[0] / grid, 1 / totals[0] / grid, 0};
    return new Linearised((mean + pivot) / grid, gradient);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(answered);
    double[] totals = sums.totals();
    long df = sums.df();
    if (n == 0) {
      return nobody(df);
    }
    Linearised mean = at(totals);
    double variance = sums.variance(this);
    double se = Math.sqrt(variance);
    double pivoted = totals[1] / totals[0];
    double spread = totals[2] / totals[0] - pivoted * pivoted;
    double simple = spread / grid / grid / (n - 1);
    double effect = n > 1 && simple > 0 ? variance / simple : Double.NaN;
    double half = Quantiles.t975(df) * se;
    Interval interval = new Interval(mean.value() - half, mean.value() + half, "t");
    return new Estimate(
        "mean",
        mean.value(),
        se,
        interval,
        df,
        n,
        -1,
        n / effect,
        effect,
        Double.NaN,
        grade(n, df));
  }

  private static Reliability grade(long n, long df) {
    if (n < FEWEST) {
      return new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers");
    }
    return NchsStandard.reviewOf(df);
  }

  private static Estimate nobody(long df) {
    double none = Double.NaN;
    Reliability reliability = new Reliability(Reliability.Grade.SUPPRESS, "no answers");
    return new Estimate(
        "mean", none, none, Interval.none("t"), df, 0, -1, none, none, none, reliability);
  }
}
