package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests of whole terms of a fitted model, and what shows whether it can be trusted.
 *
 * <p>Wald: F = βᵀV⁻¹β/q on q and the model's degrees of freedom. Working likelihood ratio (Rao and
 * Scott's idea for models): Λ = twice the difference of weighted log likelihoods with and without
 * the term, which under the design is distributed as Σ λ F with λ the eigenvalues of M = V₀⁻¹V, V₀
 * the term's block of A⁻¹. By Satterthwaite Λ/tr M is taken as F on d₀ = (tr M)²/tr M² and the
 * model's degrees of freedom. It keeps its level better than Wald where there are few PSUs.
 *
 * <p>Generalised variance inflation of a term: √(det R_t det R_o/det R) to the power 1/q, with R
 * the weighted correlations of the columns, o all columns but the term's: by how much the standard
 * errors of the term are larger than if it went with nothing else in the model.
 *
 * <p>Lumley, T. and Scott, A. (2014). Tests for regression models fitted to survey data. Australian
 * and New Zealand Journal of Statistics 56, 1–14. doi:10.1111/anzs.12065. Fox, J. and Monette, G.
 * (1992). Generalized collinearity diagnostics. Journal of the American Statistical Association 87,
 * 178–183. doi:10.1080/01621459.1992.10475190
 */
final class ModelTests {
  private final ModelFit fit;
  private final ModelData data;
  private final long df;

  ModelTests(ModelFit fit, ModelData data, long df) {
    this.fit = fit;
    this.data = data;
    this.df = df;
  }

  /**
   * A test.
   *
   * @param f the statistic
   * @param numerator its first degrees of freedom
   * @param pValue p-value
   */
  record Result(double f, double numerator, double pValue) {
    static final Result NONE = new Result(Double.NaN, Double.NaN, Double.NaN);
  }

  /** Returns where the columns of a term are among those in the model. */
  private List<Integer> places(List<Integer> columns) {
    List<Integer> places = new ArrayList<>();
    for (int column : columns) {
      if (fit.kept().contains(column)) {
        places.add(fit.kept().indexOf(column));
      }
    }
    return places;
  }

  private boolean testable(List<Integer> places) {
    return fit.converged() && df > 0 && !places.isEmpty();
  }

  /** Tests that the coefficients of some columns are zero, by their own covariance. */
  Result wald(List<Integer> columns) {
    List<Integer> places = places(columns);
    if (!testable(places)) {
      return Result.NONE;
    }
    Cholesky v = Cholesky.of(Matrices.block(fit.covariance(), places));
    if (!v.usable()) {
      return Result.NONE;
    }
    double[] b = places.stream().mapToDouble(fit::scaled).toArray();
    double[] solved = v.solve(b);
    double wald = 0;
    for (int i = 0; i < b.length; i++) {
      wald += b[i] * solved[i];
    }
    double f = wald / b.length;
    return new Result(f, b.length, Quantiles.upperF(f, b.length, df));
  }

  /** Tests that some columns are not needed, by the likelihood that goes with them. */
  Result likelihood(List<Integer> columns) {
    List<Integer> places = places(columns);
    if (!testable(places)) {
      return Result.NONE;
    }
    ModelFit smaller = fit.without(columns);
    if (!smaller.converged()) {
      return Result.NONE;
    }
    double[][] v0 = Matrices.block(fit.inverse(), places);
    double[][] v = Matrices.block(fit.covariance(), places);
    double[][] m = Matrices.times(Matrices.inverse(v0), v);
    double trace = Matrices.trace(m);
    double d0 = trace * trace / Matrices.trace(Matrices.times(m, m));
    double f = (smaller.deviance() - fit.deviance()) / trace;
    return new Result(f, d0, Quantiles.upperF(f, d0, df));
  }

  /** Returns the generalised variance inflation of some columns, as a factor of standard errors. */
  double inflation(List<Integer> columns) {
    List<Integer> own = places(columns);
    List<Integer> others = new ArrayList<>();
    for (int i = 1; i < fit.rank(); i++) {
      if (!own.contains(i)) {
        others.add(i);
      }
    }
    if (own.isEmpty()) {
      return Double.NaN;
    }
    List<Integer> all = new ArrayList<>(own);
    all.addAll(others);
    double[][] r = fit.correlations();
    return Math.exp((log(r, own) + log(r, others) - log(r, all)) / 2 / own.size());
  }

  private static double log(double[][] r, List<Integer> at) {
    return Cholesky.of(Matrices.block(r, at)).logDeterminant();
  }

  /** Returns the largest weight of one person as a share of all weights. */
  double largestWeight() {
    double total = data.lines().stream().mapToDouble(ModelData.Line::all).sum();
    return data.lines().stream().mapToDouble(ModelData.Line::weight).max().orElse(Double.NaN)
        / total;
  }
}
