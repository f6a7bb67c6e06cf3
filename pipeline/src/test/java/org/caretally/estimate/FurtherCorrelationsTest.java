package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Partial, point-biserial and polychoric correlations: against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class FurtherCorrelationsTest {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("correlations-expected");
  private static final double POINT = 1e-9;
  private static final double ROOT = 1e-6;

  private static Estimate of(ReferenceSurvey survey, Estimator estimator) {
    boolean persons = survey.name.equals("apistrat");
    return ReferenceSurvey.of(survey.sampling("", persons, List.of(estimator)), estimator);
  }

  private static Regressor given(ReferenceSurvey survey, String name) {
    Variable variable = survey.variable(name);
    if (List.of("stype", "race").contains(name)) {
      List<Level> levels = new ArrayList<>();
      for (long code = 0; code <= variable.max(); code++) {
        levels.add(new Level("l" + code, "l" + code));
      }
      variable = Variable.levels(name, name, levels);
    }
    return new Regressor(survey.position(name), variable);
  }

  private static PartialCorrelation partial(
      ReferenceSurvey survey, String x, String y, List<String> given) {
    return new PartialCorrelation(
        survey.position(x),
        survey.variable(x),
        survey.position(y),
        survey.variable(y),
        given.stream().map(g -> given(survey, g)).toList(),
        List.of());
  }

  @Test
  void partialEqualsReference() {
    String[][] cases = {
      {"apistrat", "api00", "meals", "ell+enroll"},
      {"apistrat", "api00", "api99", "stype+meals"},
      {"apiclus1", "api00", "ell", "meals+awards"},
      {"nhanes", "HI_CHOL", "agecat", "race"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      List<String> given = Arrays.asList(c[3].split("\\+"));
      Estimate e = of(survey, partial(survey, c[1], c[2], given));
      String key = String.join(".", c);
      ReferenceSurvey.same(EXPECTED, "partial." + key, e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "partial_se." + key, e.standardError(), POINT);
    }
  }

  @Test
  void pointBiserialEqualsReference() {
    String[][] cases = {
      {"apistrat", "awards", "api00"},
      {"apiclus1", "sch.wide", "api99"},
      {"apiclus1", "sch.wide", "awards"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimate e =
          of(
              survey,
              new Correlation(
                  survey.position(c[1]),
                  survey.variable(c[1]),
                  survey.position(c[2]),
                  survey.variable(c[2])));
      String key = String.join(".", c);
      ReferenceSurvey.same(EXPECTED, "biserial." + key, e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "biserial_se." + key, e.standardError(), POINT);
      assertTrue(e.cases() >= 0 && e.cases() < e.n() / 2.0);
    }
  }

  @Test
  void polychoricEqualsReference() {
    String[][] cases = {
      {"nhanes", "race", "agecat"},
      {"nhanes", "HI_CHOL", "agecat"},
      {"apistrat", "stype", "awards"},
      {"apiclus1", "stype", "sch.wide"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimate e = of(survey, polychoric(survey, c[1], c[2]));
      String key = String.join(".", c);
      ReferenceSurvey.same(EXPECTED, "polychoric." + key, e.value(), ROOT);
      ReferenceSurvey.same(EXPECTED, "polychoric_se." + key, e.standardError(), ROOT);
    }
  }

  private static Polychoric polychoric(ReferenceSurvey survey, String x, String y) {
    return new Polychoric(
        survey.position(x), survey.variable(x), survey.position(y), survey.variable(y));
  }

  /** psych searches with a coarse step; the exact root of the same table stands beside it. */
  @Test
  void polychoricEqualsPsychWithoutWeights() {
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    Polychoric polychoric = polychoric(survey, "race", "agecat");
    Estimate e = ReferenceSurvey.of(survey.unweighted(List.of(polychoric)), polychoric);
    ReferenceSurvey.same(EXPECTED, "psych.nhanes.race.agecat", e.value(), 1e-4);
    String exact = "polychoric.unweighted.nhanes.race.agecat";
    ReferenceSurvey.same(EXPECTED, exact, e.value(), ROOT);
  }

  /** Without covariates a partial correlation is Pearson's. */
  @Test
  void partialOfNothingIsPearson() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Correlation pearson =
        new Correlation(
            survey.position("api00"),
            survey.variable("api00"),
            survey.position("ell"),
            survey.variable("ell"));
    Estimate a = of(survey, pearson);
    Estimate b = of(survey, partial(survey, "api00", "ell", List.of()));
    assertEquals(a.value(), b.value(), 1e-12);
    assertEquals(a.standardError(), b.standardError(), 1e-11);
    assertEquals(a.interval().low(), b.interval().low(), 1e-11);
    assertEquals(a.pValue(), b.pValue(), 1e-10);
  }

  /** With one covariate it is (r_xy − r_xz r_yz)/√((1 − r_xz²)(1 − r_yz²)). */
  @Test
  void partialOfOneIsTheFormulaOfThreeCorrelations() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    double xy = of(survey, partial(survey, "api00", "ell", List.of())).value();
    double xz = of(survey, partial(survey, "api00", "meals", List.of())).value();
    double yz = of(survey, partial(survey, "ell", "meals", List.of())).value();
    double formula = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
    Estimate e = of(survey, partial(survey, "api00", "ell", List.of("meals")));
    assertEquals(formula, e.value(), 1e-12);
  }

  /** Complete cases of a third variable are a domain of people who answered it. */
  @Test
  void completeCasesLeaveOthersOut() {
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    int third = survey.position("HI_CHOL");
    PartialCorrelation all = partial(survey, "race", "agecat", List.of());
    PartialCorrelation complete =
        new PartialCorrelation(
            survey.position("race"),
            survey.variable("race"),
            survey.position("agecat"),
            survey.variable("agecat"),
            List.of(),
            List.of(third));
    long everything = of(survey, partial(survey, "race", "agecat", List.of("HI_CHOL"))).n();
    assertTrue(everything < of(survey, all).n());
    assertEquals(everything, of(survey, complete).n());
  }

  @Test
  void whatTheCovariatesDetermineHasNoCorrelation() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    Estimate e = of(survey, partial(survey, "api00", "ell", List.of("api00", "meals")));
    assertTrue(Double.isNaN(e.value()));
  }

  /** For a table of halves the polychoric correlation is sin(π/2 · (4p₁₁ − 1)). */
  @Test
  void twoHalvesGiveTheSineOfTheirTable() {
    for (double rho : new double[] {-.9, -.3, 0, .5, .95}) {
      assertEquals(.25 + Math.asin(rho) / (2 * Math.PI), BivariateNormal.cdf(0, 0, rho), 1e-15);
      double a = .7;
      double h = 1e-5;
      double slope =
          (BivariateNormal.cdf(a, -.4, rho + h) - BivariateNormal.cdf(a, -.4, rho - h)) / (2 * h);
      assertEquals(slope, BivariateNormal.density(a, -.4, rho), 1e-8);
      double second =
          (BivariateNormal.density(a, -.4, rho + h) - BivariateNormal.density(a, -.4, rho - h))
              / (2 * h);
      assertEquals(second, BivariateNormal.slope(a, -.4, rho), 1e-6);
    }
  }

  private static List<Estimator> artificial() {
    Variable few = Variable.number("x", "x", 1, 0, 27, Direction.WORSE);
    return List.of(
        new PartialCorrelation(
            0,
            few,
            1,
            EstimatorContract.Y,
            List.of(new Regressor(2, EstimatorContract.CASE)),
            List.of()),
        new Polychoric(0, few, 2, EstimatorContract.CASE));
  }

  private static Layout layout(boolean persons) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, artificial());
    wanted.put(new Cell("group", "a"), artificial());
    wanted.put(new Cell("group", "nobody"), artificial());
    return new Layout(wanted, persons);
  }

  @Test
  void splitMergeOrderAndScaleChangeNothing() {
    List<EstimatorContract.Person> people = EstimatorContract.people(EstimatorContract.SEED);
    List<EstimatorContract.Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(EstimatorContract.SEED));
    Cell group = new Cell("group", "a");
    for (boolean persons : new boolean[] {false, true}) {
      Design design = new Design(true, true, !persons, false, LonelyPsu.FAIL);
      Layout layout = layout(persons);
      Ledger whole = EstimatorContract.ledger(layout, people, 1);
      Ledger merged =
          EstimatorContract.ledger(layout, shuffled.subList(250, 400), 1)
              .merge(EstimatorContract.ledger(layout, shuffled.subList(0, 250), 1))
              .merge(new Ledger(layout));
      Ledger heavy = EstimatorContract.ledger(layout, people, 1024);
      assertEquals(whole, merged);
      for (Estimator estimator : artificial()) {
        Estimate e = estimator.estimate(whole.sampling(design).of(group, estimator));
        assertEquals(e, estimator.estimate(merged.sampling(design).of(group, estimator)));
        Estimate scaled = estimator.estimate(heavy.sampling(design).of(group, estimator));
        assertEquals(e.value(), scaled.value(), 1e-12);
        assertEquals(e.standardError(), scaled.standardError(), 1e-11);
        assertTrue(e.standardError() > 0, estimator.id());
        Cell empty = new Cell("group", "nobody");
        Estimate nothing = estimator.estimate(whole.sampling(design).of(empty, estimator));
        assertTrue(Double.isNaN(nothing.value()));
        assertEquals(Reliability.Grade.SUPPRESS, nothing.reliability().grade());
      }
    }
  }
}
