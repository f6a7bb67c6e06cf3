package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Two sets of domains that have nobody in common, and the totals of one measure in each: what a
 * difference, a ratio or an effect size is made from. Its variance counts the covariance that the
 * groups have because they share PSUs.
 */
final class TwoGroups {
  private final List<DomainSums> group;
  private final List<DomainSums> others;
  private final double[] first;
  private final double[] second;
  private final long df;

  TwoGroups(List<DomainSums> group, List<DomainSums> others) {
    this.group = group;
    this.others = others;
    first = totals(group);
    second = totals(others);
    List<DomainSums> all = new ArrayList<>(group);
    all.addAll(others);
    df = DomainSums.df(all);
  }

  private static double[] totals(List<DomainSums> domains) {
    double[] sum = null;
    for (DomainSums domain : domains) {
      double[] t = domain.totals();
      for (int i = 0; sum != null && i < t.length; i++) {
        t[i] += sum[i];
      }
      sum = t;
    }
    return sum;
  }

  /** Returns the totals of the first group. */
  double[] first() {
    return first;
  }

  /** Returns the totals of the second group. */
  double[] second() {
    return second;
  }

  /** Returns PSUs less strata, counting those with members of either group. */
  long df() {
    return df;
  }

  /** Returns the standard error of a function with these gradients by the two sets of totals. */
  double error(double[] byFirst, double[] bySecond) {
    List<DomainSums.Piece> pieces = new ArrayList<>();
    group.forEach(s -> pieces.add(new DomainSums.Piece(s, byFirst)));
    others.forEach(s -> pieces.add(new DomainSums.Piece(s, bySecond)));
    return Math.sqrt(DomainSums.variance(pieces));
  }
}
