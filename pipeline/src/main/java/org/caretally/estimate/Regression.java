package org.caretally.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What goes with an outcome when everything else in a model is held equal: differences of a score,
 * odds ratios, or ratios of prevalences, with design-based intervals and tests.
 *
 * <p>Complete cases only. Degrees of freedom: those of the design in the analysis population, plus
 * 1, less the number of coefficients. A coefficient is tested by t, a variable with several groups
 * by the Wald statistic βᵀV⁻¹β/q on q and these degrees of freedom. Intervals of ratios are made on
 * the logarithm.
 *
 * <p>Lumley, T. (2010). Complex Surveys, chapters 5 and 6. doi:10.1002/9780470580066
 */
public final class Regression {
  private static final long FEWEST = 30;
  private static final long FOR_EACH = 10;

  private final Model model;
  private final ModelData data;
  private final ModelFit fit;
  private final long n;
  private final long df;

  private Regression(Model model, ModelData data, ModelFit fit, long designDf) {
    this.model = model;
    this.data = data;
    this.fit = fit;
    n = data.people();
    df = designDf + 1 - fit.rank();
  }

  /**
   * Fits a model.
   *
   * @param designDf degrees of freedom of the design in the analysis population
   */
  public static Regression of(Model model, Sampling sampling, long designDf) {
    ModelData data = sampling.data(model);
    ModelFit fit = ModelFit.of(model.kind(), data, sampling.lonely());
    return new Regression(model, data, fit, designDf);
  }

  /** Returns the fit, for comparison with other software. */
  ModelFit fit() {
    return fit;
  }

  /**
   * Returns a line for every number and every group but the reference. A model that could not be
   * fitted gives lines without numbers; a column that others determine too.
   */
  public List<ModelLine> lines() {
    double[] term = new double[model.regressors().size()];
    Arrays.setAll(term, this::termP);
    double[] adjusted = Holm.adjusted(term);
    List<ModelLine> lines = new ArrayList<>();
    for (int c = 1; c < data.columns().size(); c++) {
      ModelData.Column column = data.columns().get(c);
      int j = column.regressor();
      Regressor regressor = model.regressors().get(j);
      String group = column.code() < 0 ? "" : regressor.words(column.code()).orElse("");
      String against = column.code() < 0 ? "" : regressor.words(data.reference(j)).orElse("");
      Estimate estimate = estimate(c, regressor.step());
      lines.add(new ModelLine(j, group, against, regressor.step(), estimate, term[j], adjusted[j]));
    }
    return lines;
  }

  private boolean usable(int column) {
    return fit.converged() && df > 0 && fit.kept().contains(column);
  }

  private Estimate estimate(int column, double step) {
    String statistic = model.kind().statistic();
    double none = Double.NaN;
    long fewest = fewest(data.columns().get(column));
    Reliability grade = grade(column);
    if (!usable(column)) {
      Interval empty = Interval.none("t");
      return new Estimate(statistic, none, none, empty, df, n, fewest, none, none, none, grade);
    }
    double b = fit.coefficient(column) * step;
    double se = Math.sqrt(fit.covariance(column, column)) * step;
    double half = Quantiles.t975(df) * se;
    Model.Kind kind = model.kind();
    Interval interval =
        new Interval(
            kind.shown(b - half), kind.shown(b + half), kind == Model.Kind.LINEAR ? "t" : "log_t");
    double shown = kind.shown(b);
    double p = Quantiles.twoSided(b / se, df);
    return new Estimate(
        statistic,
        shown,
        kind == Model.Kind.LINEAR ? se : shown * se,
        interval,
        df,
        n,
        fewest,
        none,
        none,
        p,
        grade);
  }

  private Reliability grade(int column) {
    if (!fit.converged()) {
      return suppress("the model could not be fitted");
    }
    if (!fit.kept().contains(column)) {
      return suppress("determined by what comes before it in the model");
    }
    long base = model.kind() == Model.Kind.LINEAR ? n : Math.min(outcomes(1), outcomes(0));
    if (n < FEWEST || base < FOR_EACH * (fit.rank() - 1)) {
      return suppress("too few people or cases for so many coefficients");
    }
    return df > 0 ? NchsStandard.reviewOf(df) : suppress("no degrees of freedom");
  }

  private static Reliability suppress(String reason) {
    return new Reliability(Reliability.Grade.SUPPRESS, reason);
  }

  private long outcomes(long code) {
    return data.lines().stream()
        .filter(l -> l.codes()[0] == code)
        .mapToLong(ModelData.Line::people)
        .sum();
  }

  /** The smallest cell of the table that a coefficient could give away. */
  private long fewest(ModelData.Column column) {
    boolean binary = model.kind() != Model.Kind.LINEAR;
    if (column.code() < 0) {
      return binary ? Math.min(outcomes(0), outcomes(1)) : -1;
    }
    long fewest = Long.MAX_VALUE;
    int reference = data.reference(column.regressor());
    for (long code : new long[] {column.code(), reference}) {
      long all = cell(column.regressor(), code, -1);
      long cases = binary ? cell(column.regressor(), code, 1) : all;
      fewest = Math.min(fewest, binary ? Math.min(cases, all - cases) : all);
    }
    return fewest;
  }

  private long cell(int regressor, long code, long outcome) {
    return data.lines().stream()
        .filter(l -> l.codes()[regressor + 1] == code)
        .filter(l -> outcome < 0 || l.codes()[0] == outcome)
        .mapToLong(ModelData.Line::people)
        .sum();
  }

  /** The Wald test of all columns of a regressor. */
  private double termP(int regressor) {
    List<Integer> columns = new ArrayList<>();
    for (int c = 1; c < data.columns().size(); c++) {
      if (data.columns().get(c).regressor() == regressor && usable(c)) {
        columns.add(c);
      }
    }
    int q = columns.size();
    if (q == 0) {
      return Double.NaN;
    }
    double[][] v = new double[q][q];
    double[] b = new double[q];
    for (int i = 0; i < q; i++) {
      b[i] = fit.coefficient(columns.get(i));
      for (int j = 0; j < q; j++) {
        v[i][j] = fit.covariance(columns.get(i), columns.get(j));
      }
    }
    Cholesky factor = Cholesky.of(v);
    if (!factor.usable()) {
      return Double.NaN;
    }
    double[] solved = factor.solve(b);
    double wald = 0;
    for (int i = 0; i < q; i++) {
      wald += b[i] * solved[i];
    }
    return Quantiles.upperF(wald / q, q, df);
  }
}
