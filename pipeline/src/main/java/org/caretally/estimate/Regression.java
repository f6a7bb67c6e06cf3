package org.caretally.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caretally.design.LonelyPsu;

/**
 * What goes with an outcome when everything else in a model is held equal: differences of a score,
 * odds ratios, or ratios of prevalences, with design-based intervals and tests.
 *
 * <p>Complete cases only. Degrees of freedom: those of the design in the analysis population, plus
 * 1, less the number of coefficients. A coefficient is tested by t, a term with several groups by
 * {@link ModelTests}. Intervals of ratios are made on the logarithm, average marginal effects
 * ({@link Averages}) as they are.
 *
 * <p>Lumley, T. (2010). Complex Surveys, chapters 5 and 6. doi:10.1002/9780470580066
 */
public final class Regression {
  private static final long FEWEST = 30;
  private static final long FOR_EACH = 10;
  private static final double NONE = Double.NaN;

  private final Model model;
  private final ModelData data;
  private final ModelFit fit;
  private final Exposure exposure;
  private final LonelyPsu lonely;
  private final long n;
  private final long df;

  private Regression(ModelData data, ModelFit fit, LonelyPsu lonely, long designDf) {
    this.model = data.model();
    this.data = data;
    this.fit = fit;
    this.lonely = lonely;
    exposure = new Exposure(data);
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
    return new Regression(data, fit, sampling.lonely(), designDf);
  }

  /** Returns the fit, for comparison with other software. */
  ModelFit fit() {
    return fit;
  }

  ModelTests tests() {
    return new ModelTests(fit, data, df);
  }

  ModelData data() {
    return data;
  }

  Exposure exposure() {
    return exposure;
  }

  long df() {
    return df;
  }

  LonelyPsu lonely() {
    return lonely;
  }

  /**
   * Returns the groups, in words, in which fewer than k people are cases or fewer than k are none;
   * of scores, those of fewer than k people.
   */
  public List<String> thin(long k) {
    List<String> words = new ArrayList<>();
    for (int j = 0; j < model.regressors().size(); j++) {
      Regressor regressor = model.regressors().get(j);
      for (int code = 0; regressor.groups() && code < regressor.form().size(); code++) {
        if (exposure.group(j, code) < k) {
          words.add(regressor.words(code).orElse(code == 0 ? "no" : "yes"));
        }
      }
    }
    return words;
  }

  /** Returns how many people are complete for the model. */
  public long people() {
    return n;
  }

  /** Returns whether the model could be fitted. */
  public boolean settled() {
    return fit.converged();
  }

  /** Returns after how many steps it settled or was given up. */
  public int steps() {
    return fit.steps();
  }

  /**
   * Returns a line for every number, every group but the reference and every stretch between knots.
   * A model that could not be fitted gives lines without numbers; a column that others determine
   * too.
   */
  public List<ModelLine> lines() {
    double[] term = new double[model.terms()];
    Arrays.setAll(term, t -> tests().wald(data.columnsOf(t)).pValue());
    double[] adjusted = Holm.adjusted(term);
    List<ModelLine> lines = new ArrayList<>();
    for (Contrast c : Contrast.all(data)) {
      lines.add(
          new ModelLine(
              c.term(),
              c.group(),
              c.reference(),
              c.step(),
              estimate(c),
              marginal(c),
              term[c.term()],
              adjusted[c.term()]));
    }
    return lines;
  }

  private boolean usable(Contrast contrast) {
    return fit.converged() && df > 0 && fit.kept().containsAll(contrast.columns());
  }

  private Estimate estimate(Contrast contrast) {
    Model.Kind kind = model.kind();
    String statistic = kind.statistic();
    if (!usable(contrast)) {
      return nothing(statistic, contrast);
    }
    double b = contrast.value(fit);
    double se = Math.sqrt(contrast.variance(fit));
    double half = Quantiles.t975(df) * se;
    boolean linear = kind == Model.Kind.LINEAR;
    Interval interval =
        new Interval(kind.shown(b - half), kind.shown(b + half), linear ? "t" : "log_t");
    double shown = kind.shown(b);
    double error = linear ? se : shown * se;
    double p = Quantiles.twoSided(b / se, df);
    return made(statistic, shown, error, interval, contrast, p);
  }

  private Optional<Estimate> marginal(Contrast contrast) {
    if (model.kind() == Model.Kind.LINEAR || contrast.question().isEmpty()) {
      return Optional.empty();
    }
    String statistic = "average_marginal_effect";
    if (!usable(contrast)) {
      return Optional.of(nothing(statistic, contrast));
    }
    Averages.Answer answer = new Averages(data, fit).answer(contrast.question().get(), lonely);
    double se = Math.sqrt(answer.variance());
    double half = Quantiles.t975(df) * se;
    Interval interval = new Interval(answer.value() - half, answer.value() + half, "t");
    double p = Quantiles.twoSided(answer.value() / se, df);
    return Optional.of(made(statistic, answer.value(), se, interval, contrast, p));
  }

  private Estimate nothing(String statistic, Contrast contrast) {
    return made(statistic, NONE, NONE, Interval.none("t"), contrast, NONE);
  }

  private Estimate made(
      String statistic, double value, double se, Interval interval, Contrast contrast, double p) {
    long fewest = exposure.of(contrast);
    Reliability grade = grade(contrast.columns());
    return new Estimate(statistic, value, se, interval, df, n, fewest, NONE, NONE, p, grade);
  }

  /** Returns how far numbers of some columns can be relied on. */
  Reliability grade(List<Integer> columns) {
    if (!fit.converged()) {
      return suppress("the model could not be fitted");
    }
    if (!fit.kept().containsAll(columns)) {
      return suppress("determined by what comes before it in the model");
    }
    boolean linear = model.kind() == Model.Kind.LINEAR;
    long base = linear ? n : Math.min(exposure.outcomes(1), exposure.outcomes(0));
    if (n < FEWEST || base < FOR_EACH * (fit.rank() - 1)) {
      return suppress("too few people or cases for so many coefficients");
    }
    return df > 0 ? NchsStandard.reviewOf(df) : suppress("no degrees of freedom");
  }

  private static Reliability suppress(String reason) {
    return new Reliability(Reliability.Grade.SUPPRESS, reason);
  }

  /**
   * Returns tests of whole terms and what shows whether the model can be trusted: the share of
   * people who are complete, the largest weight, and for each term the factor by which its errors
   * are inflated, the Wald and the working likelihood ratio test, and whether a curve is straight.
   *
   * @param everybody people in the analysis population
   */
  public List<ModelCheck> checks(long everybody) {
    return new Checks(this).all(everybody);
  }
}
