package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.ModelSurvey.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Regression models against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class RegressionTest {
  private static final double POINT = 1e-9;
  private static final double P = 1e-8;

  private static void compare(ModelSurvey survey, Model model, boolean people) {
    String name = survey.name() + "." + model.id();
    Regression regression = survey.regression(model, people);
    ModelFit fit = regression.fit();
    assertTrue(fit.converged(), name);
    List<ModelLine> lines = regression.lines();
    int column = 0;
    for (ModelLine line : lines) {
      column++;
      String variable = model.regressors().get(line.term()).variable().id();
      String key = name + "." + variable + (line.group().isEmpty() ? "" : line.group()) + ".";
      survey.same(key + "b", fit.coefficient(column), POINT);
      survey.same(key + "se", Math.sqrt(fit.covariance(column, column)), POINT);
      survey.same(key + "p", line.estimate().pValue(), P);
      survey.same(name + ".df", line.estimate().df(), 0);
      String wald = name + "." + variable + ".wald_p";
      if (survey.has(wald)) {
        survey.same(wald, line.termP(), P);
      }
    }
  }

  @Test
  void equalsR() throws IOException {
    for (String name : List.of("apistrat", "apiclus1")) {
      ModelSurvey survey = ModelSurvey.read(name);
      List<String> with = List.of("ell", "meals", "mobility", "stype");
      compare(survey, survey.model(Model.Kind.LINEAR, "api00", with), name.equals("apistrat"));
      compare(survey, survey.model(Model.Kind.LOGISTIC, "target", with), false);
      compare(survey, survey.model(Model.Kind.PREVALENCE_RATIO, "target", with), false);
    }
    ModelSurvey survey = ModelSurvey.read("nhanes");
    List<String> with = List.of("woman", "age", "race");
    compare(survey, survey.model(Model.Kind.LOGISTIC, "chol", with), false);
    compare(survey, survey.model(Model.Kind.PREVALENCE_RATIO, "chol", with), false);
  }

  /** A linear model on a yes/no gives the difference of two means; a log link their ratio. */
  @Test
  void oneYesNoGivesTheDifferenceOfMeans() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apiclus1");
    double[] sums = new double[4];
    for (Person p : survey.people()) {
      int target = (int) p.row()[survey.position("target")];
      double w = p.weight() / (double) Weight.ONE;
      sums[target] += w;
      sums[2 + target] += w * p.row()[survey.position("api00")];
    }
    double difference = sums[3] / sums[1] - sums[2] / sums[0];
    Model linear = survey.model(Model.Kind.LINEAR, "api00", List.of("target"));
    Estimate e = survey.regression(linear, false).lines().get(0).estimate();
    assertEquals(difference, e.value(), 1e-10 * Math.abs(difference));
    assertEquals("difference", e.statistic());
  }

  /**
   * Odds ratio and ratio of prevalences of a 2 × 2 table, and the cell that could be given away.
   */
  @Test
  void oneYesNoGivesTheRatiosOfItsTable() {
    ModelSurvey survey = ModelSurvey.table(40, 60, 15, 85);
    Model odds = survey.model(Model.Kind.LOGISTIC, "case", List.of("exposed"));
    Estimate e = survey.regression(odds, true).lines().get(0).estimate();
    assertEquals(40 * 85 / (60.0 * 15), e.value(), 1e-10);
    assertEquals(15, e.cases());
    Model ratio = survey.model(Model.Kind.PREVALENCE_RATIO, "case", List.of("exposed"));
    Estimate r = survey.regression(ratio, true).lines().get(0).estimate();
    assertEquals(.40 / .15, r.value(), 1e-10);
    double log = Math.sqrt((.6 / .4 / 100 + .85 / .15 / 100) * 200 / 199);
    assertEquals(r.value() * log, r.standardError(), 1e-10);
  }

  @Test
  void whatOthersDetermineIsLeftOut() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat");
    Model model = survey.model(Model.Kind.LINEAR, "api00", List.of("ell", "ell", "meals"));
    List<ModelLine> lines = survey.regression(model, true).lines();
    assertTrue(Double.isNaN(lines.get(1).estimate().value()));
    assertEquals(Reliability.Grade.SUPPRESS, lines.get(1).estimate().reliability().grade());
    Model without = survey.model(Model.Kind.LINEAR, "api00", List.of("ell", "meals"));
    List<ModelLine> clean = survey.regression(without, true).lines();
    assertEquals(clean.get(1).estimate().value(), lines.get(2).estimate().value(), 1e-9);
  }

  /** Whoever is exposed is a case: the odds run away and no number is told. */
  @Test
  void separationGivesNoNumber() {
    ModelSurvey survey = ModelSurvey.table(50, 0, 20, 80);
    for (Model.Kind kind : List.of(Model.Kind.LOGISTIC, Model.Kind.PREVALENCE_RATIO)) {
      Model model = survey.model(kind, "case", List.of("exposed"));
      Estimate e = survey.regression(model, true).lines().get(0).estimate();
      assertEquals(0, e.cases());
      if (kind == Model.Kind.LOGISTIC) {
        assertTrue(Double.isNaN(e.value()));
        assertEquals(Reliability.Grade.SUPPRESS, e.reliability().grade());
      }
    }
  }

  @Test
  void nobodyAnsweredGivesNoNumber() {
    Variable y = Variable.number("y", "y", 1, 0, 10, Direction.WORSE);
    Model model = new Model("m", Model.Kind.LINEAR, 0, y, List.of(new Regressor(1, y)));
    Person nobody = new Person(new Stratum(""), "a", "", Weight.ONE, new long[] {Missing.MARK, 3});
    ModelSurvey survey = ModelSurvey.of(List.of(y, y), List.of(nobody, nobody));
    ModelLine line = survey.regression(model, true).lines().get(0);
    assertEquals(0, line.estimate().n());
    assertTrue(Double.isNaN(line.estimate().value()));
  }

  @Test
  void holm() {
    double[] adjusted = Holm.adjusted(new double[] {.01, .04, Double.NaN, .03, .005});
    double[] expected = {.03, .06, Double.NaN, .06, .02};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], adjusted[i], 1e-15);
    }
  }

  @Test
  void stepsAreRoundTenths() {
    for (double[] pair : new double[][] {{27, 2}, {100, 10}, {80, 10}, {40, 5}, {5, .5}, {16, 2}}) {
      Variable v = Variable.number("v", "v", 1, 0, (long) pair[0], Direction.WORSE);
      assertEquals(pair[1], new Regressor(0, v).step(), 1e-12);
    }
  }
}
