package org.caretally.estimate;

import java.util.function.ToDoubleFunction;
import org.caretally.design.LonelyPsu;

/**
 * Averages over people of what a fitted model says: average marginal effects and the points of an
 * adjusted curve.
 *
 * <p>Estimand: θ = Σ w d(x, β)/Σ w over the complete cases as a sample of the population. d is μ
 * when one variable is set to a value for everybody (a point of a curve), the difference of two
 * such μ (a group against its reference, a number at two values), or step × ∂μ/∂x (a number as it
 * is). Influence of a person: w (d − θ)/W + Gᵀ A⁻¹ w (y − μ) x with G = Σ w ∂d/∂β/W, and the
 * variance is the design variance of its PSU totals. It is unconditional: that the people
 * themselves are a sample counts too, not only the uncertainty of β (GᵀVG).
 *
 * <p>Graubard, B. I. and Korn, E. L. (1999). Predictive margins with survey data. Biometrics 55,
 * 652–659. doi:10.1111/j.0006-341X.1999.00652.x
 */
final class Averages {
  private final Model.Kind kind;
  private final ModelData data;
  private final ModelFit fit;
  private final double total;

  Averages(ModelData data, ModelFit fit) {
    this.kind = data.model().kind();
    this.data = data;
    this.fit = fit;
    total = data.lines().stream().mapToDouble(ModelData.Line::all).sum();
  }

  /**
   * What is averaged.
   *
   * @param regressor the variable that is moved
   * @param to what it is set to, as numbers; for a slope its derivative
   * @param from what that is compared with; empty for none
   * @param step how much more of the number; 0 when it is set to values
   */
  record Question(int regressor, double[] to, double[] from, double step) {
    static Question at(int regressor, double[] to) {
      return new Question(regressor, to, new double[0], 0);
    }

    static Question between(int regressor, double[] to, double[] from) {
      return new Question(regressor, to, from, 0);
    }

    static Question slope(int regressor, double step) {
      return new Question(regressor, new double[] {1}, new double[0], step);
    }
  }

  /**
   * An answer.
   *
   * @param value the average
   * @param variance its design variance
   */
  record Answer(double value, double variance) {}

  /** What one person adds: d, and its derivatives by the coefficients of scaled columns. */
  private record Part(double value, double[] gradient) {}

  Answer answer(Question question, LonelyPsu lonely) {
    ToDoubleFunction<ModelData.Line> value = remembered(question);
    double[] g = new double[fit.rank()];
    double sum = 0;
    for (ModelData.Line line : data.lines()) {
      Part part = part(question, line);
      sum += line.all() * part.value();
      for (int j = 0; j < g.length; j++) {
        g[j] += line.all() * part.gradient()[j] / total;
      }
    }
    double theta = sum / total;
    double[] h = Matrices.times(fit.inverse(), g);
    double[][] variance =
        ScoreVariance.of(data, lonely, 1, line -> new double[] {influence(line, value, theta, h)});
    return new Answer(theta, variance[0][0]);
  }

  private double influence(
      ModelData.Line line, ToDoubleFunction<ModelData.Line> value, double theta, double[] h) {
    double[] z = fit.z(line.x());
    double slope = 0;
    for (int j = 0; j < h.length; j++) {
      slope += h[j] * z[j];
    }
    double own = (value.applyAsDouble(line) - theta) / total;
    return line.weight() * (own + slope * (line.y() - fit.mean(z)));
  }

  /** With nothing else in the model everybody has the same d when the variable is set. */
  private ToDoubleFunction<ModelData.Line> remembered(Question question) {
    if (question.step() == 0 && data.model().terms() == 1 && !data.lines().isEmpty()) {
      double same = part(question, data.lines().get(0)).value();
      return line -> same;
    }
    return line -> part(question, line).value();
  }

  private Part part(Question question, ModelData.Line line) {
    if (question.step() != 0) {
      return slope(question, line);
    }
    Part to = set(question.regressor(), question.to(), line);
    if (question.from().length == 0) {
      return to;
    }
    Part from = set(question.regressor(), question.from(), line);
    double[] gradient = to.gradient();
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] -= from.gradient()[j];
    }
    return new Part(to.value() - from.value(), gradient);
  }

  private Part set(int regressor, double[] basis, ModelData.Line line) {
    double[] z = fit.z(data.x(line.codes(), regressor, basis));
    double mean = fit.mean(z);
    for (int j = 0; j < z.length; j++) {
      z[j] *= kind.slope(mean);
    }
    return new Part(mean, z);
  }

  private Part slope(Question question, ModelData.Line line) {
    double[] moved = data.x(line.codes(), question.regressor(), question.to());
    for (int c = 0; c < moved.length; c++) {
      moved[c] = moves(data.columns().get(c), question.regressor()) ? moved[c] : 0;
    }
    double[] d = fit.slopes(moved);
    double[] z = fit.z(line.x());
    double mean = fit.mean(z);
    double along = fit.linear(d);
    double[] gradient = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      gradient[j] = question.step() * (kind.bend(mean) * z[j] * along + kind.slope(mean) * d[j]);
    }
    return new Part(question.step() * kind.slope(mean) * along, gradient);
  }

  private static boolean moves(ModelData.Column column, int regressor) {
    return column.pieces().stream().anyMatch(p -> p.regressor() == regressor);
  }
}
