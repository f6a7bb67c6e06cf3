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
    return sum(domains.stream().map(DomainSums::totals).toList());
  }

  private static double[] sum(List<double[]> totals) {
    double[] sum = totals.get(0).clone();
    for (double[] t : totals.subList(1, totals.size())) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += t[i];
      }
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

  /** A number made from the totals of both sets. */
  @FunctionalInterface
  interface Asked {
    double at(double[] first, double[] second);
  }

  /**
   * Returns the standard error of a number.
   *
   * @param byFirst its gradient by the totals of the first group
   * @param bySecond its gradient by those of the second
   */
  double error(Asked number, double[] byFirst, double[] bySecond) {
    List<DomainSums.Piece> pieces = new ArrayList<>();
    group.forEach(s -> pieces.add(new DomainSums.Piece(s, byFirst)));
    others.forEach(s -> pieces.add(new DomainSums.Piece(s, bySecond)));
    int border = group.size();
    Smooth smooth =
        all -> number.at(sum(all.subList(0, border)), sum(all.subList(border, all.size())));
    return Math.sqrt(DomainSums.variance(pieces, smooth));
  }
}
