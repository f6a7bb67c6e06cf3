package org.caretally.estimate;

import java.util.List;
import org.caretally.codebook.Variable;

/**
 * Ratio of the totals of two numbers among people who answered both, such as clients for each hour
 * of work.
 *
 * <p>Estimand R = Σ w x/Σ w y. With totals W, X, Y of 1 and the pivoted values, and pivots a and b:
 * R = (X + aW)/(Y + bW), gradient (a − Rb, 1, −R)/(Y + bW). It is the ratio of all, not the mean of
 * people's ratios. Interval: t on the logarithm.
 *
 * <p>Woodruff, R. S. (1971). doi:10.1080/01621459.1971.10482279
 */
public final class Ratio implements SmoothEstimator {
  private final String id;
  private final Term both;
  private final Term x;
  private final Term y;
  private final Variable over;
  private final Variable under;

  /**
   * Creates the estimator.
   *
   * @param over the number whose total is divided
   * @param under the number by whose total it is divided
   */
  public Ratio(int xPosition, Variable over, int yPosition, Variable under) {
    id = "ratio(" + over.id() + "," + under.id() + ")";
    this.over = over;
    this.under = under;
    Term answeredX = new Term.Answered(xPosition);
    Term answeredY = new Term.Answered(yPosition);
    both = answeredX.times(answeredY);
    x = new Term.Value(xPosition, over.pivot()).times(answeredY);
    y = new Term.Value(yPosition, under.pivot()).times(answeredX);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Term> terms() {
    return List.of(both, x, y);
  }

  @Override
  public Linearised at(double[] t) {
    double top = (t[1] + over.pivot() * t[0]) / over.grid();
    double bottom = (t[2] + under.pivot() * t[0]) / under.grid();
    double r = top / bottom;
    double byTop = 1 / bottom / over.grid();
    double byBottom = -r / bottom / under.grid();
    return new Linearised(
        r, new double[] {over.pivot() * byTop + under.pivot() * byBottom, byTop, byBottom});
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(both);
    long df = sums.df();
    double r = n > 1 ? at(sums.totals()).value() : Double.NaN;
    return Positive.estimate("ratio", this, r, sums, n, -1, df);
  }
}
