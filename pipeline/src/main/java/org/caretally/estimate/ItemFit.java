package org.caretally.estimate;

import java.util.List;

/**
 * How one item goes with the rest of its scale: the correlation of the item with the sum of the
 * others, or Cronbach's alpha of the scale without it.
 *
 * <p>With totals of x, x², S, S² and xS among people who answered all items: Cov(x, S − x) = c_xS −
 * v_x, Var(S − x) = v_S − 2c_xS + v_x; alpha of the k − 1 others has the parts A − v_x and that
 * variance. Given without an error: it is read beside the other items of the same people, and one
 * scale's items would ask for a test of many.
 *
 * <p>Henrysson, S. (1963). Correction of item-total correlations in item analysis. Psychometrika
 * 28, 211–218. doi:10.1007/BF02289618
 */
public final class ItemFit implements Estimator {

  /** What is asked. */
  public enum Question {
    /** Correlation with the sum of the other items. */
    ITEM_REST("item_rest_correlation"),
    /** Alpha of the other items. */
    ALPHA_IF_DROPPED("alpha_if_dropped");

    private final String statistic;

    Question(String statistic) {
      this.statistic = statistic;
    }
  }

  private final Items items;
  private final int item;
  private final Question question;

  /**
   * Creates the estimator.
   *
   * @param item number of the item, from 0
   */
  public ItemFit(Items items, int item, Question question) {
    this.items = items;
    this.item = item;
    this.question = question;
  }

  @Override
  public String id() {
    return question.statistic + "(" + items.scale() + "," + item + ")";
  }

  @Override
  public List<Term> terms() {
    return List.of(items.answered());
  }

  @Override
  public List<Term> totals() {
    List<Term> terms = items.forAlpha();
    terms.add(items.item(item).times(items.item(item)));
    terms.add(items.item(item).times(items.total()));
    return terms;
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(items.answered());
    long df = sums.df();
    int k = items.size();
    double[] t = totals().stream().mapToDouble(sums::plain).toArray();
    double w = t[0];
    double x = t[item + 1] / w;
    double s = t[k + 2] / w;
    double own = t[k + 4] / w - x * x;
    double both = t[k + 5] / w - x * s;
    double whole = t[k + 3] / w - s * s;
    double rest = whole - 2 * both + own;
    double value;
    if (question == Question.ITEM_REST) {
      value = (both - own) / Math.sqrt(own * rest);
    } else {
      double means = 0;
      for (int j = 1; j <= k; j++) {
        means += t[j] / w * (t[j] / w);
      }
      double parts = t[k + 1] / w - means - own;
      value = k > 2 ? (k - 1.0) / (k - 2) * (1 - parts / rest) : Double.NaN;
    }
    return n > 2 && Double.isFinite(value)
        ? Consistency.plain(question.statistic, value, n, df)
        : Consistency.none(question.statistic, n, df);
  }
}
