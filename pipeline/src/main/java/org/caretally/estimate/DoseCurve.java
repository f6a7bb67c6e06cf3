package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import org.caretally.design.LonelyPsu;

/**
 * How an outcome goes with a number, as a smooth curve: the points of a restricted cubic spline in
 * a model, averaged over people when the model holds other things equal.
 *
 * <p>Estimand at x: Σ w μ(x, others)/Σ w, see {@link Averages}. Intervals are pointwise: of means
 * by t, of shares by t on the logit, so that they stay between 0 and 1, with SE/(p(1 − p)) by the
 * delta method.
 *
 * <p>Points lie at fixed places between the first knot and one stretch beyond the last. Behind each
 * point stand the people near it (as many cases and others, for a share), within half a tenth of
 * the declared range on either side; the gate shows no point that too few people are near, although
 * the curve has only as many parameters as knots.
 *
 * <p>Korn, E. L. and Graubard, B. I. (1999). Analysis of Health Surveys, chapter 3.
 * doi:10.1002/9781118032619
 */
public final class DoseCurve {
  private static final int POINTS = 25;
  private static final int TENTHS = 10;
  private static final double NONE = Double.NaN;

  private DoseCurve() {}

  /**
   * A point.
   *
   * @param at value of the number
   * @param estimate mean or share there; its cases are the people near it
   */
  public record Point(double at, Estimate estimate) {}

  /**
   * Returns the points of a model's curve.
   *
   * @param regression a linear or logistic model whose first regressor is a curve
   */
  public static List<Point> of(Regression regression) {
    Regressor regressor = regression.data().model().regressors().get(0);
    Form.Spline spline = (Form.Spline) regressor.form();
    double span =
        (double) (regressor.variable().max() - regressor.variable().min()) / spline.grid();
    double reach = Regressor.round(span / TENTHS) / 2;
    List<Point> points = new ArrayList<>();
    for (double at : places(spline, (double) regressor.variable().max() / spline.grid())) {
      points.add(new Point(at, estimate(regression, spline, at, reach)));
    }
    return points;
  }

  /** Returns the fixed places; they depend on knots and declared range alone. */
  static List<Double> places(Form.Spline spline, double max) {
    int last = spline.knots().size() - 1;
    double low = spline.knots().get(0);
    double high = spline.knots().get(last);
    double end = Math.min(max, high + high - spline.knots().get(last - 1));
    double step = Regressor.round((end - low) / POINTS);
    List<Double> places = new ArrayList<>();
    for (int i = 0; low + i * step <= end + step * 1e-9; i++) {
      places.add(Math.rint((low + i * step) * spline.grid() * 1e6) / spline.grid() / 1e6);
    }
    return places;
  }

  private static Estimate estimate(
      Regression regression, Form.Spline spline, double at, double reach) {
    boolean linear = regression.data().model().kind() == Model.Kind.LINEAR;
    String statistic = linear ? "mean" : "prevalence";
    long near = regression.exposure().near(0, at, reach);
    List<Integer> columns = regression.data().columnsOf(0);
    Reliability grade = regression.grade(columns);
    long df = regression.df();
    if (!regression.settled() || df <= 0 || !regression.fit().kept().containsAll(columns)) {
      Interval none = Interval.none(linear ? "t" : "logit_t");
      return new Estimate(
          statistic, NONE, NONE, none, df, regression.people(), near, NONE, NONE, NONE, grade);
    }
    Averages averages = new Averages(regression.data(), regression.fit());
    LonelyPsu lonely = regression.lonely();
    Averages.Answer answer = averages.answer(Averages.Question.at(0, spline.at(at)), lonely);
    double se = Math.sqrt(answer.variance());
    Interval interval = interval(answer.value(), Quantiles.t975(df) * se, linear);
    return new Estimate(
        statistic,
        answer.value(),
        se,
        interval,
        df,
        regression.people(),
        near,
        NONE,
        NONE,
        NONE,
        grade);
  }

  private static Interval interval(double value, double half, boolean linear) {
    if (linear) {
      return new Interval(value - half, value + half, "t");
    }
    Model.Kind logit = Model.Kind.LOGISTIC;
    double eta = logit.link(value);
    double wide = half / logit.slope(value);
    return new Interval(logit.inverseLink(eta - wide), logit.inverseLink(eta + wide), "logit_t");
  }
}
