package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/** Gathers the tests of whole terms of a model, and what shows whether it can be trusted. */
final class Checks {
  private static final double NONE = Double.NaN;

  private final Regression regression;
  private final ModelData data;
  private final Model model;
  private final ModelTests tests;
  private final List<Contrast> contrasts;
  private final long n;
  private final long df;

  Checks(Regression regression) {
    this.regression = regression;
    data = regression.data();
    model = data.model();
    tests = regression.tests();
    contrasts = Contrast.all(data);
    n = regression.people();
    df = regression.df();
  }

  /**
   * Returns tests of whole terms and what shows whether the model can be trusted: the share of
   * people who are complete, the largest weight, and for each term the factor by which its errors
   * are inflated, the working likelihood ratio, and whether a curve is straight.
   *
   * @param everybody people in the analysis population
   */
  List<ModelCheck> all(long everybody) {
    List<ModelCheck> checks = new ArrayList<>();
    ModelTests.Result none = ModelTests.Result.NONE;
    checks.add(check(-1, "complete_share", (double) n / everybody, none));
    checks.add(check(-1, "largest_weight_share", tests.largestWeight(), none));
    for (int term = 0; term < model.terms(); term++) {
      List<Integer> columns = data.columnsOf(term);
      checks.add(check(term, "error_inflation", tests.inflation(columns), none));
      tested(checks, term, "wald", tests.wald(columns));
      if (!entangled(term)) {
        tested(checks, term, "likelihood_ratio", tests.likelihood(columns));
      }
      if (curved(term)) {
        List<Integer> bent = columns.subList(1, columns.size());
        tested(checks, term, "nonlinearity", tests.wald(bent));
      }
    }
    return checks;
  }

  private boolean curved(int term) {
    return term < model.regressors().size()
        && model.regressors().get(term).form() instanceof Form.Spline;
  }

  /** Whether a regressor is in an interaction: without it, the model would be the same one. */
  private boolean entangled(int term) {
    return model.interactions().stream().anyMatch(i -> i.first() == term || i.second() == term);
  }

  private void tested(
      List<ModelCheck> checks, int term, String statistic, ModelTests.Result result) {
    checks.add(check(term, statistic, result.f(), result));
  }

  private ModelCheck check(int term, String statistic, double value, ModelTests.Result result) {
    long fewest = -1;
    for (Contrast contrast : term < 0 ? List.<Contrast>of() : contrasts) {
      if (contrast.term() == term) {
        long own = regression.exposure().of(contrast);
        fewest = fewest < 0 ? own : own < 0 ? fewest : Math.min(fewest, own);
      }
    }
    Reliability grade = term < 0 ? NchsStandard.reviewOf(df) : regression.grade(List.of());
    return new ModelCheck(
        term,
        new Estimate(
            statistic,
            value,
            NONE,
            Interval.none(""),
            df,
            n,
            fewest,
            NONE,
            NONE,
            result.pValue(),
            grade));
  }
}
