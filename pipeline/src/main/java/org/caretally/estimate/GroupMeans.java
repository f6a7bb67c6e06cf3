package org.caretally.estimate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Test that a mean or share is the same in all groups of a breakdown: Wald's F.
 *
 * <p>With δ_k = θ_k − θ_1 for the second to the last of K groups and V their design covariance, F =
 * δᵀ V⁻¹ δ/(K − 1) on K − 1 and ν + 1 − K degrees of freedom, ν those of the design in all groups
 * together: R's {@code regTermTest} of the group in {@code svyglm}. Which group is the first
 * changes nothing. Over two groups F is the square of the t of their difference. V has the
 * covariance of groups that share PSUs; its entries come from variances, Cov(a, b) = (Var(a + b) −
 * Var a − Var b)/2, so that replicates and the jackknife serve as well. The effect size is the
 * correlation ratio η = √(between/(between + within)) of weighted sums of squares, from 0 to 1.
 *
 * <p>Wald, A. (1943). Transactions of the American Mathematical Society 54, 426–482.
 * doi:10.1090/S0002-9947-1943-0012401-3. Binder, D. A. (1983). doi:10.2307/1402588
 */
public final class GroupMeans {
  private final SmoothEstimator measure;
  private final List<DomainSums> groups;

  private GroupMeans(SmoothEstimator measure, List<DomainSums> groups) {
    this.measure = measure;
    this.groups = groups;
  }

  /**
   * The result; numbers are NaN where there is no test.
   *
   * @param f test statistic, at least 0
   * @param numerator its first degrees of freedom: groups less one
   * @param denominator its second; may be 0 or less, and then there is no test
   * @param pValue p-value
   * @param eta effect size, 0 to 1
   */
  public record Result(double f, long numerator, long denominator, double pValue, double eta) {}

  /**
   * A result as a number that may be published: η with the test's p-value.
   *
   * @param result the test
   * @param estimate η; n is the smallest group, and for shares cases the smallest cell of group by
   *     case
   */
  public record Tested(Result result, Estimate estimate) {}

  /**
   * Tests.
   *
   * @param measure a {@link Mean} or a {@link Proportion}
   * @param groups sums of the groups for the measure, nobody in two of them; those in which nobody
   *     answered do not count
   */
  public static Tested tested(Estimator measure, List<DomainSums> groups) {
    List<DomainSums> present =
        groups.stream().filter(g -> Difference.people(measure, List.of(g)) > 0).toList();
    GroupMeans all = new GroupMeans((SmoothEstimator) measure, present);
    Result result = all.result();
    Reliability grade =
        Double.isNaN(result.f)
            ? new Reliability(Reliability.Grade.SUPPRESS, "no test")
            : NchsStandard.reviewOf(result.denominator);
    double none = Double.NaN;
    return new Tested(
        result,
        new Estimate(
            "eta",
            result.eta,
            none,
            Interval.none(""),
            Math.max(0, result.denominator),
            all.people(),
            all.fewest(),
            none,
            none,
            result.pValue,
            grade));
  }

  private Result result() {
    int contrasts = Math.max(0, groups.size() - 1);
    long df = contrasts == 0 ? 0 : DomainSums.df(groups) - contrasts;
    if (contrasts == 0 || df < 1) {
      return none(contrasts, df);
    }
    double[] gaps = new double[contrasts];
    double[][] v = new double[contrasts][contrasts];
    for (int k = 0; k < contrasts; k++) {
      gaps[k] = value(k + 1) - value(0);
      v[k][k] = variance(k + 1);
      for (int l = 0; l < k; l++) {
        v[k][l] = (variance(k + 1, l + 1) - v[k][k] - v[l][l]) / 2;
        v[l][k] = v[k][l];
      }
    }
    double[] solved = Matrices.times(Matrices.inverse(v), gaps);
    double f = 0;
    for (int k = 0; k < contrasts; k++) {
      f += gaps[k] * solved[k] / contrasts;
    }
    return Double.isFinite(f) && f >= 0
        ? new Result(f, contrasts, df, Quantiles.upperF(f, contrasts, df), eta())
        : none(contrasts, df);
  }

  private static Result none(long numerator, long denominator) {
    double none = Double.NaN;
    return new Result(none, numerator, denominator, none, none);
  }

  private double value(int group) {
    return measure.at(groups.get(group).totals()).value();
  }

  /** Variance of the sum of the differences of some groups from the first. */
  private double variance(int... others) {
    List<Integer> at = IntStream.concat(IntStream.of(0), IntStream.of(others)).boxed().toList();
    List<DomainSums.Piece> pieces =
        at.stream().map(g -> piece(groups.get(g), g == 0 ? -others.length : 1)).toList();
    return DomainSums.variance(pieces, this::sum);
  }

  private DomainSums.Piece piece(DomainSums group, double factor) {
    double[] gradient = measure.at(group.totals()).gradient().clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
    return new DomainSums.Piece(group, gradient);
  }

  /** The sum of differences from the totals of the first group and of others. */
  private double sum(List<double[]> totals) {
    double first = measure.at(totals.get(0)).value();
    double sum = 0;
    for (double[] other : totals.subList(1, totals.size())) {
      sum += measure.at(other).value() - first;
    }
    return sum;
  }

  /** A yes or no is its own square, so its totals have two parts and those of a number three. */
  private double eta() {
    double weight = 0;
    double sum = 0;
    double within = 0;
    for (DomainSums group : groups) {
      double[] t = group.totals();
      weight += t[0];
      sum += t[1];
      within += t[t.length - 1] - t[1] * t[1] / t[0];
    }
    double between = 0;
    for (DomainSums group : groups) {
      double[] t = group.totals();
      double apart = t[1] / t[0] - sum / weight;
      between += t[0] * apart * apart;
    }
    return Math.sqrt(between / (between + within));
  }

  private long people() {
    return groups.stream().mapToLong(g -> Difference.people(measure, List.of(g))).min().orElse(0);
  }

  private long fewest() {
    if (!(measure instanceof Proportion share)) {
      return -1;
    }
    return groups.stream()
        .mapToLong(g -> Math.min(share.cases(g), share.people(g) - share.cases(g)))
        .min()
        .orElse(0);
  }
}
