package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reference levels, bands, splines, interactions, tests and averages against R, and by laws. */
@ExtendWith(Compared.class)
class ModelTermsTest {
  private static final double POINT = 1e-9;
  private static final double P = 1e-8;
  private static final List<Double> KNOTS = List.of(20.0, 40.0, 60.0, 80.0);

  private static Regressor plain(ModelSurvey survey, String name) {
    return new Regressor(survey.position(name), survey.variables().get(survey.position(name)));
  }

  private static Regressor reference(ModelSurvey survey, String name, int code) {
    Regressor regressor = plain(survey, name);
    return new Regressor(regressor.position(), regressor.variable(), regressor.form(), code);
  }

  private static Regressor curve(ModelSurvey survey, String name) {
    Variable variable = survey.variables().get(survey.position(name));
    return new Regressor(survey.position(name), variable, new Form.Spline(1, KNOTS), -1);
  }

  private static Regressor bands(ModelSurvey survey, String name, long... cuts) {
    List<Level> levels = new ArrayList<>();
    List<Long> bounds = new ArrayList<>();
    for (long cut : cuts) {
      levels.add(new Level(Long.toString(cut), Long.toString(cut)));
      bounds.add(cut);
    }
    Variable variable = survey.variables().get(survey.position(name));
    return new Regressor(survey.position(name), variable, new Form.Groups(levels, bounds), -1);
  }

  private static Regression fit(
      ModelSurvey survey,
      Model.Kind kind,
      String outcome,
      List<Regressor> with,
      List<Model.Interaction> interactions) {
    int at = survey.position(outcome);
    return survey.regression(
        new Model("m", kind, at, survey.variables().get(at), with, interactions, "m"), false);
  }

  private static String name(Model.Kind kind) {
    return "apiclus1." + kind.name().toLowerCase(Locale.ROOT);
  }

  private static String outcome(Model.Kind kind) {
    return kind == Model.Kind.LINEAR ? "api00" : "target";
  }

  private static void same(ModelSurvey survey, String key, Estimate estimate) {
    survey.same(key + ".ame", estimate.value(), POINT);
    survey.same(key + ".ame_se", estimate.standardError(), POINT);
  }

  private static void tests(ModelSurvey survey, String name, Regression fit, String... terms) {
    for (int t = 0; t < terms.length; t++) {
      List<Integer> columns = fit.data().columnsOf(t);
      String key = name + "." + terms[t];
      if (survey.has(key + ".wald_p")) {
        survey.same(key + ".wald_p", fit.tests().wald(columns).pValue(), P);
      }
      if (survey.has(key + ".lrt_p")) {
        survey.same(key + ".lrt_p", fit.tests().likelihood(columns).pValue(), P);
      }
      if (survey.has(key + ".gvif")) {
        survey.same(key + ".gvif", fit.tests().inflation(columns), POINT);
      }
    }
  }

  private static void coefficients(
      ModelSurvey survey, String name, Regression fit, List<String> columns) {
    for (int c = 0; c < columns.size(); c++) {
      String key = name + "." + columns.get(c);
      survey.same(key + ".b", fit.fit().coefficient(c + 1), POINT);
      survey.same(key + ".se", Math.sqrt(fit.fit().covariance(c + 1, c + 1)), POINT);
    }
  }

  @Test
  void aChosenReferenceAndBandsEqualR() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apiclus1", "model-terms");
    for (Model.Kind kind : Model.Kind.values()) {
      List<Regressor> with =
          List.of(
              plain(survey, "ell"),
              reference(survey, "stype", 1),
              bands(survey, "mobility", 0, 10, 20));
      Regression fit = fit(survey, kind, outcome(kind), with, List.of());
      String name = name(kind) + ".bands";
      coefficients(survey, name, fit, List.of("ell", "stype0", "stype2", "band10", "band20"));
      tests(survey, name, fit, "ell", "stype", "band");
      List<ModelLine> lines = fit.lines();
      assertEquals("1", lines.get(1).reference());
      assertEquals("20", lines.get(4).group());
      assertEquals(kind == Model.Kind.LINEAR, lines.get(0).marginal().isEmpty());
      if (kind != Model.Kind.LINEAR) {
        double step = lines.get(0).step() / 10;
        Estimate ell = lines.get(0).marginal().orElseThrow();
        survey.same(name + ".ell.ame", ell.value() / step, POINT);
        survey.same(name + ".ell.ame_se", ell.standardError() / step, POINT);
        same(survey, name + ".stype0", lines.get(1).marginal().orElseThrow());
        same(survey, name + ".band20", lines.get(4).marginal().orElseThrow());
      }
    }
  }

  @Test
  void curvesEqualR() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apiclus1", "model-terms");
    for (Model.Kind kind : Model.Kind.values()) {
      List<Regressor> with = List.of(curve(survey, "meals"), plain(survey, "ell"));
      Regression fit = fit(survey, kind, outcome(kind), with, List.of());
      String name = name(kind) + ".spline";
      List<Contrast> contrasts = Contrast.all(fit.data());
      for (int k = 1; k <= 3; k++) {
        Contrast contrast = contrasts.get(k - 1);
        assertEquals("" + (20 + 20 * k), contrast.group());
        survey.same(name + "." + k + ".b", contrast.value(fit.fit()), POINT);
        survey.same(name + "." + k + ".se", Math.sqrt(contrast.variance(fit.fit())), POINT);
      }
      tests(survey, name, fit, "bent(meals)");
      double straight = fit.tests().wald(fit.data().columnsOf(0).subList(1, 3)).pValue();
      survey.same(name + ".nonlinear_p", straight, P);
      if (kind != Model.Kind.LINEAR) {
        same(survey, name + ".2", fit.lines().get(1).marginal().orElseThrow());
      }
      List<Regressor> alone = List.of(curve(survey, "meals"));
      Regression one = fit(survey, kind, outcome(kind), alone, List.of());
      for (int at : new int[] {20, 50, 95}) {
        point(survey, name(kind) + ".adjusted." + at, fit, at);
        point(survey, name(kind) + ".curve." + at, one, at);
      }
    }
  }

  private static void point(ModelSurvey survey, String key, Regression fit, double at) {
    Averages.Question question = Averages.Question.at(0, new Form.Spline(1, KNOTS).at(at));
    Averages.Answer answer =
        new Averages(fit.data(), fit.fit()).answer(question, org.caretally.design.LonelyPsu.FAIL);
    survey.same(key + ".ame", answer.value(), POINT);
    survey.same(key + ".ame_se", Math.sqrt(answer.variance()), POINT);
  }

  @Test
  void interactionsEqualR() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat", "model-terms");
    List<Regressor> with =
        List.of(plain(survey, "ell"), plain(survey, "stype"), plain(survey, "meals"));
    Regression fit =
        fit(
            survey,
            Model.Kind.LINEAR,
            "api00",
            with,
            List.of(new Model.Interaction(0, 1), new Model.Interaction(0, 2)));
    String name = "apistrat.linear.interaction";
    List<String> columns =
        List.of("ell", "stype1", "stype2", "meals", "ell:stype1", "ell:stype2", "ell:meals");
    coefficients(survey, name, fit, columns);
    tests(survey, name, fit, "ell", "stype", "meals", "ell:stype", "ell:meals");
    ModelLine line = fit.lines().get(4);
    assertEquals("1", line.group());
    assertEquals("0", line.reference());
    assertEquals(3, line.term());
  }

  /** The average over people of a yes/no in an interaction, and the jackknife by another route. */
  @Test
  void averagesOverAnInteractionEqualR() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes", "model-terms");
    List<Regressor> with =
        List.of(plain(survey, "woman"), plain(survey, "age"), plain(survey, "race"));
    Regression fit =
        fit(survey, Model.Kind.LOGISTIC, "chol", with, List.of(new Model.Interaction(0, 1)));
    String name = "nhanes.logistic.interaction";
    coefficients(
        survey,
        name,
        fit,
        List.of(
            "woman",
            "age1",
            "age2",
            "age3",
            "race1",
            "race2",
            "race3",
            "woman:age1",
            "woman:age2",
            "woman:age3"));
    tests(survey, name, fit, "woman", "age", "race", "woman:age");
    Estimate woman = fit.lines().get(0).marginal().orElseThrow();
    same(survey, name + ".woman", woman);
    double jackknife = survey.expected().get(name + ".woman.jackknife_se");
    assertEquals(jackknife, woman.standardError(), .02 * jackknife);
  }

  /** With nothing else in the model the average effect is the difference of two shares. */
  @Test
  void aloneTheAverageIsTheDifferenceOfShares() {
    ModelSurvey survey = ModelSurvey.table(40, 60, 15, 85);
    for (Model.Kind kind : List.of(Model.Kind.LOGISTIC, Model.Kind.PREVALENCE_RATIO)) {
      Model model = survey.model(kind, "case", List.of("exposed"));
      Estimate e = survey.regression(model, true).lines().get(0).marginal().orElseThrow();
      assertEquals(.40 - .15, e.value(), 1e-10);
      double se = Math.sqrt((.4 * .6 / 100 + .15 * .85 / 100) * 200 / 199);
      assertEquals(se, e.standardError(), 1e-10);
      assertEquals(15, e.cases());
    }
  }

  /** The square of t is the F of one column, and the likelihood agrees with it where it is flat. */
  @Test
  void oneColumnInALinearModelHasOneTest() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat", "model-terms");
    Regression fit =
        fit(
            survey,
            Model.Kind.LINEAR,
            "api00",
            List.of(plain(survey, "ell"), plain(survey, "meals")),
            List.of());
    for (int term = 0; term < 2; term++) {
      List<Integer> columns = fit.data().columnsOf(term);
      double wald = fit.tests().wald(columns).f();
      assertEquals(wald, fit.tests().likelihood(columns).f(), 1e-8 * wald);
      double p = fit.lines().get(term).estimate().pValue();
      assertEquals(fit.tests().wald(columns).pValue(), p, 1e-10 * p + 1e-300);
    }
  }

  @Test
  void aSplineIsStraightOutsideItsKnotsAndSmoothInside() {
    Form.Spline spline = new Form.Spline(1, KNOTS);
    for (int j = 0; j < spline.size(); j++) {
      for (double x : new double[] {-5, 3, 90, 200}) {
        double bend = spline.at(x)[j] - 2 * spline.at(x + 4)[j] + spline.at(x + 8)[j];
        assertEquals(0, bend, 1e-9, "straight at " + x);
      }
      for (double knot : KNOTS) {
        double h = 1e-3;
        double before = second(spline, j, knot - h, h);
        double after = second(spline, j, knot + h, h);
        assertEquals(before, after, 1e-4, "no jump of the bend at " + knot);
      }
    }
  }

  private static double second(Form.Spline spline, int j, double x, double h) {
    return (spline.at(x - h)[j] - 2 * spline.at(x)[j] + spline.at(x + h)[j]) / h / h;
  }

  /** Models of one pool are those that are held alone, to the last bit. */
  @Test
  void aPoolChangesNothing() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes", "model-terms");
    List<Model> alone =
        List.of(
            survey.model(Model.Kind.LOGISTIC, "chol", List.of("age")),
            survey.model(Model.Kind.PREVALENCE_RATIO, "woman", List.of("race", "age")));
    List<Model> pooled =
        alone.stream()
            .map(
                m ->
                    new Model(
                        m.id(),
                        m.kind(),
                        m.outcome(),
                        m.variable(),
                        m.regressors(),
                        List.of(),
                        "one"))
            .toList();
    Ledger both = survey.ledger(pooled, false);
    Ledger each = survey.ledger(alone, false);
    IntStream.range(0, 2)
        .forEach(
            i ->
                assertEquals(
                    survey.regression(alone.get(i), each).lines(),
                    survey.regression(pooled.get(i), both).lines()));
  }

  /** Beside an interaction, a line of one of the two is about the reference of the other alone. */
  @Test
  void linesBesideAnInteractionAreHeldToTheReference() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes", "model-terms");
    List<Regressor> with = List.of(plain(survey, "woman"), plain(survey, "age"));
    Model.Kind kind = Model.Kind.LOGISTIC;
    List<ModelLine> together =
        fit(survey, kind, "chol", with, List.of(new Model.Interaction(0, 1))).lines();
    List<ModelLine> alone = fit(survey, kind, "chol", with, List.of()).lines();
    long cell =
        survey.people().stream()
            .filter(p -> p.row()[survey.position("woman")] == 1)
            .filter(p -> p.row()[survey.position("age")] == 0)
            .filter(p -> p.row()[survey.position("chol")] == 1)
            .count();
    assertEquals(cell, together.get(0).estimate().cases());
    assertTrue(alone.get(0).estimate().cases() > 10 * cell);
    assertEquals(cell, together.get(4).estimate().cases(), "the interaction itself");
  }

  /** Of two variables with correlation r the errors are inflated by 1/√(1 − r²). */
  @Test
  void inflationOfTwoNumbers() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat", "model-terms");
    Regression fit =
        fit(
            survey,
            Model.Kind.LINEAR,
            "api00",
            List.of(plain(survey, "ell"), plain(survey, "meals")),
            List.of());
    double r = fit.fit().correlations()[2][1];
    for (int term = 0; term < 2; term++) {
      double found = fit.tests().inflation(fit.data().columnsOf(term));
      assertEquals(1 / Math.sqrt(1 - r * r), found, 1e-12);
      assertTrue(found > 1);
    }
  }
}
