package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear trend of a mean or share over ordered groups, such as bands of caseload.
 *
 * <p>Estimand Σ c_k θ_k / Σ c_k² with c_k = k − mean(k): the slope of the groups' results on the
 * number of the group, each group counted alike whatever its size, that is the change from one
 * group to the next. Linear in the results, so its variance is that of one linear function of PSU
 * totals and has the covariance of groups that share PSUs. Test: t on the degrees of freedom of all
 * groups.
 *
 * <p>Binder, D. A. (1983). International Statistical Review 51, 279–292. doi:10.2307/1402588
 */
public final class Trend {
  private static final long FEWEST = 30;

  private Trend() {}

  /**
   * Estimates a trend.
   *
   * @param measure a {@link Mean} or a {@link Proportion}
   * @param groups sums of the groups in order, nobody in two of them
   */
  public static Estimate of(Estimator measure, List<DomainSums> groups) {
    SmoothEstimator smooth = (SmoothEstimator) measure;
    double middle = (groups.size() - 1) / 2.0;
    double squares = 0;
    for (int k = 0; k < groups.size(); k++) {
      squares += (k - middle) * (k - middle);
    }
    double[] factors = new double[groups.size()];
    double slope = 0;
    List<DomainSums.Piece> pieces = new ArrayList<>();
    for (int k = 0; k < groups.size(); k++) {
      double factor = (k - middle) / squares;
      factors[k] = factor;
      Linearised at = smooth.at(groups.get(k).totals());
      slope += factor * at.value();
      double[] gradient = at.gradient().clone();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
      pieces.add(new DomainSums.Piece(groups.get(k), gradient));
    }
    double variance = DomainSums.variance(pieces, all -> slope(smooth, factors, all));
    return estimate(measure, groups, slope, Math.sqrt(variance));
  }

  private static double slope(SmoothEstimator measure, double[] factors, List<double[]> totals) {
    double slope = 0;
    for (int k = 0; k < factors.length; k++) {
      slope += factors[k] * measure.at(totals.get(k)).value();
    }
    return slope;
  }

  private static Estimate estimate(
      Estimator measure, List<DomainSums> groups, double slope, double se) {
    long n = Long.MAX_VALUE;
    long fewest = measure instanceof Proportion ? Long.MAX_VALUE : -1;
    for (DomainSums group : groups) {
      long people = Difference.people(measure, List.of(group));
      n = Math.min(n, people);
      if (measure instanceof Proportion share) {
        long cases = share.cases(group);
        fewest = Math.min(fewest, Math.min(cases, people - cases));
      }
    }
    String statistic = measure instanceof Proportion ? "prevalence_trend" : "mean_trend";
    long df = DomainSums.df(groups);
    double none = Double.NaN;
    if (n == 0) {
      Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "a group has no answers");
      Interval empty = Interval.none("t");
      return new Estimate(statistic, none, none, empty, df, 0, fewest, none, none, none, nothing);
    }
    double half = Quantiles.t975(df) * se;
    Reliability grade =
        n < FEWEST
            ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers in a group")
            : NchsStandard.reviewOf(df);
    return new Estimate(
        statistic,
        slope,
        se,
        new Interval(slope - half, slope + half, "t"),
        df,
        n,
        fewest,
        none,
        none,
        Quantiles.twoSided(slope / se, df),
        grade);
  }
}
