package org.caretally.estimate;

import java.util.List;
import org.caretally.design.LonelyPsu;

/**
 * Coefficients of a regression model and their design covariance.
 *
 * <p>Estimand: the β at which Σ w (y − μ) x = 0 in the population, μ = g⁻¹(xβ), with the identity,
 * logit or log link. Newton steps β ← β + A⁻¹ U with A = Σ w μ′ x xᵀ and U = Σ w (y − μ) x, then V
 * = A⁻¹ Ω(U) A⁻¹ where Ω is the design covariance of the score totals of PSUs. With the log link
 * and a yes/no outcome e^β is a ratio of prevalences, and the sandwich makes its variance right
 * although the outcome is not Poisson. Columns are centred and scaled inside; a column that others
 * determine is left out, the later one of them.
 *
 * <p>Binder, D. A. (1983). International Statistical Review 51, 279–292. doi:10.2307/1402588. Zou,
 * G. (2004). A modified Poisson regression approach. American Journal of Epidemiology 159, 702–706.
 * doi:10.1093/aje/kwh090
 */
final class ModelFit {
  private static final int STEPS = 60;
  private static final double SETTLED = 1e-13;
  private static final double FARTHEST = 12;

  private final Model.Kind kind;
  private final ModelData data;
  private final List<Integer> kept;
  private final Scaling scaling;
  private final double[] beta;
  private double[][] covariance = {};
  private double[][] inverse = {};
  private boolean converged;
  private int steps;

  private ModelFit(Model.Kind kind, ModelData data, Scaling scaling, List<Integer> kept) {
    this.kind = kind;
    this.data = data;
    this.scaling = scaling;
    this.kept = kept;
    beta = new double[kept.size()];
  }

  /** Fits a model to its complete cases under a design. */
  static ModelFit of(Model.Kind kind, ModelData data, LonelyPsu lonely) {
    Scaling scaling = Scaling.of(data);
    ModelFit fit = new ModelFit(kind, data, scaling, scaling.independent(data));
    fit.settle();
    if (fit.converged) {
      fit.sandwich(lonely);
    }
    return fit;
  }

  /** Fits the same model again without some columns; coefficients only. */
  ModelFit without(List<Integer> columns) {
    List<Integer> left = kept.stream().filter(c -> !columns.contains(c)).toList();
    ModelFit fit = new ModelFit(kind, data, scaling, left);
    fit.settle();
    return fit;
  }

  private void settle() {
    if (start()) {
      iterate();
    }
  }

  /** Returns the columns of the model, scaled. */
  double[] z(double[] x) {
    return scaling.of(x, kept);
  }

  /** Returns the derivatives of scaled columns from those of columns. */
  double[] slopes(double[] x) {
    return scaling.slopes(x, kept);
  }

  private boolean start() {
    double total = 0;
    double sum = 0;
    for (ModelData.Line line : data.lines()) {
      total += line.weight() * line.people();
      sum += line.weight() * line.people() * line.y();
    }
    if (kept.isEmpty()) {
      return false;
    }
    beta[0] = kind.link(sum / total);
    return Double.isFinite(beta[0]);
  }

  private void iterate() {
    for (int step = 0; step < STEPS; step++) {
      steps = step + 1;
      Cholesky a = Cholesky.of(information());
      if (!a.usable()) {
        return;
      }
      double[] delta = a.solve(score());
      double largest = 0;
      for (int j = 0; j < beta.length; j++) {
        beta[j] += delta[j];
        largest = Math.max(largest, Math.abs(delta[j]) / (1 + Math.abs(beta[j])));
      }
      if (!Double.isFinite(largest) || (kind != Model.Kind.LINEAR && separated())) {
        return;
      }
      if (largest < SETTLED || (step > 8 && largest < 100 * SETTLED)) {
        converged = true;
        return;
      }
    }
  }

  /** A slope of twelve for one standard deviation means odds that run away. */
  private boolean separated() {
    for (int j = 1; j < beta.length; j++) {
      if (Math.abs(beta[j]) > FARTHEST) {
        return true;
      }
    }
    return false;
  }

  /** Returns the linear predictor, or its derivative. */
  double linear(double[] z) {
    double eta = 0;
    for (int j = 0; j < z.length; j++) {
      eta += beta[j] * z[j];
    }
    return eta;
  }

  double mean(double[] z) {
    return kind.inverseLink(linear(z));
  }

  private double[] score() {
    double[] u = new double[beta.length];
    for (ModelData.Line line : data.lines()) {
      double[] z = z(line.x());
      double r = line.all() * (line.y() - mean(z));
      for (int j = 0; j < u.length; j++) {
        u[j] += r * z[j];
      }
    }
    return u;
  }

  private double[][] information() {
    double[][] a = new double[beta.length][beta.length];
    for (ModelData.Line line : data.lines()) {
      double[] z = z(line.x());
      double w = line.all() * kind.slope(mean(z));
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j <= i; j++) {
          a[i][j] += w * z[i] * z[j];
        }
      }
    }
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        a[j][i] = a[i][j];
      }
    }
    return a;
  }

  private void sandwich(LonelyPsu lonely) {
    Cholesky a = Cholesky.of(information());
    if (!a.usable()) {
      converged = false;
      return;
    }
    inverse = a.inverse();
    double[][] omega = ScoreVariance.of(data, lonely, beta.length, this::score);
    covariance = Matrices.times(Matrices.times(inverse, omega), inverse);
  }

  private double[] score(ModelData.Line line) {
    double[] z = z(line.x());
    double r = line.weight() * (line.y() - mean(z));
    for (int j = 0; j < z.length; j++) {
      z[j] *= r;
    }
    return z;
  }

  /** Returns twice the weighted log likelihood that the model lacks. */
  double deviance() {
    double sum = 0;
    for (ModelData.Line line : data.lines()) {
      sum += line.all() * kind.deviance(line.y(), mean(z(line.x())));
    }
    return sum;
  }

  boolean converged() {
    return converged;
  }

  /** Returns after how many steps it settled or was given up. */
  int steps() {
    return steps;
  }

  /** Returns A⁻¹, in scaled columns. */
  double[][] inverse() {
    return inverse;
  }

  /** Returns the coefficient at a place among the scaled columns in the model. */
  double scaled(int place) {
    return beta[place];
  }

  /** Returns the weighted correlations of the columns in the model; the constant goes with none. */
  double[][] correlations() {
    return Matrices.block(scaling.correlations(data), kept);
  }

  /** Returns the covariance of the coefficients of scaled columns. */
  double[][] covariance() {
    return covariance;
  }

  /** Returns how many columns, the constant among them, are in the model. */
  int rank() {
    return kept.size();
  }

  /** Returns the columns in the model by position, the constant first. */
  List<Integer> kept() {
    return kept;
  }

  /** Returns the coefficient of a column in the model, not of the constant. */
  double coefficient(int column) {
    return beta[kept.indexOf(column)] / scaling.scale(column);
  }

  /** Returns the covariance of the coefficients of two columns in the model. */
  double covariance(int a, int b) {
    return covariance[kept.indexOf(a)][kept.indexOf(b)] / scaling.scale(a) / scaling.scale(b);
  }
}
