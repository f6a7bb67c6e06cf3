package org.caretally.estimate;

import java.util.List;
import org.caretally.codebook.Variable;

/**
 * Pearson correlation of two numbers among people who answered both.
 *
 * <p>Estimand r = c/(σ_x σ_y) with c = T_xy/W − μ_x μ_y and σ² = T_xx/W − μ². All six totals are of
 * pivoted values, which changes nothing in r and keeps its digits. The influence of a person is
 * (w/W)[u v − (r/2)(u² + v²)] with u, v standardised; written in the six totals it is linear, so
 * its PSU totals need no second pass. A yes or no counts as 1 and 0: with a number that is the
 * point-biserial correlation, with another yes or no the phi coefficient. Interval: tanh(atanh r ±
 * t SE/(1 − r²)), and the test that r is 0 on the same scale, both on the design's degrees of
 * freedom.
 *
 * <p>Binder, D. A. (1983). International Statistical Review 51, 279–292. doi:10.2307/1402588.
 * Fisher, R. A. (1915). Biometrika 10, 507–521. doi:10.2307/2331838
 */
public final class Correlation implements SmoothEstimator {
  private final String id;
  private final Term both;
  private final Term x;
  private final Term y;
  private final List<Term> cases;
  private final boolean counted;

  /** Creates the estimator for two numbers at their positions in rows. */
  public Correlation(int xPosition, Variable xVariable, int yPosition, Variable yVariable) {
    id = "correlation(" + xVariable.id() + "," + yVariable.id() + ")";
    Term answeredX = new Term.Answered(xPosition);
    Term answeredY = new Term.Answered(yPosition);
    both = answeredX.times(answeredY);
    x = new Term.Value(xPosition, xVariable.pivot()).times(answeredY);
    y = new Term.Value(yPosition, yVariable.pivot()).times(answeredX);
    boolean first = xVariable.kind() == Variable.Kind.CASE;
    boolean second = yVariable.kind() == Variable.Kind.CASE;
    cases = first && second ? List.of(x, y, x.times(y)) : first ? List.of(x) : List.of(y);
    counted = first || second;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Term> terms() {
    return List.of(both, x, y, x.times(x), y.times(y), x.times(y));
  }

  @Override
  public List<Term> tallies() {
    return counted ? cases : List.of();
  }

  @Override
  public Linearised at(double[] t) {
    double mx = t[1] / t[0];
    double my = t[2] / t[0];
    double vx = t[3] / t[0] - mx * mx;
    double vy = t[4] / t[0] - my * my;
    double s = Math.sqrt(vx * vy);
    double r = (t[5] / t[0] - mx * my) / s;
    double[] gradient = {
      (mx * my / s - r / 2 * (mx * mx / vx + my * my / vy)) / t[0],
      (-my / s + r * mx / vx) / t[0],
      (-mx / s + r * my / vy) / t[0],
      -r / (2 * vx) / t[0],
      -r / (2 * vy) / t[0],
      1 / s / t[0]
    };
    return new Linearised(r, gradient);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(both);
    long df = sums.df();
    Linearised r = n > 2 ? at(sums.totals()) : new Linearised(Double.NaN, new double[6]);
    if (!Double.isFinite(r.value()) || Math.abs(r.value()) > 1 + 1e-9) {
      return FisherScale.none(n, df);
    }
    double se = Math.sqrt(sums.variance(this));
    return FisherScale.estimate(r.value(), se, n, fewest(sums, n), df);
  }

  /**
   * People in the smallest group that a yes or no makes, or in the smallest cell of the table of
   * two of them, which could be worked out from the correlation; -1 for two numbers.
   */
  private long fewest(DomainSums sums, long n) {
    if (!counted) {
      return -1;
    }
    long a = sums.tally(cases.get(0));
    if (cases.size() == 1) {
      return Math.min(a, n - a);
    }
    long b = sums.tally(cases.get(1));
    long ab = sums.tally(cases.get(2));
    return Math.min(Math.min(ab, a - ab), Math.min(b - ab, n - a - b + ab));
  }
}
