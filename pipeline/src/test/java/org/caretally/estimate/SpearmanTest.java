package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Compared.class)
class SpearmanTest {
  private static final double POINT = 1e-9;

  private static final Cell GROUP = new Cell("group", "a");
  private static final Cell EMPTY = new Cell("group", "nobody");

  private static Spearman ofSurvey(ReferenceSurvey survey, String x, String y) {
    return new Spearman(
        survey.position(x), survey.variable(x), survey.position(y), survey.variable(y));
  }

  private static Spearman artificial() {
    return new Spearman(0, EstimatorContract.X, 1, EstimatorContract.Y);
  }

  @Test
  void equalsReference() {
    Map<String, Double> expected = ReferenceSurvey.expected();
    String[][] cases = {
      {"apistrat", "api00", "meals"},
      {"apistrat", "ell", "awards"},
      {"apiclus1", "api00", "enroll"},
      {"apiclus1", "api99", "ell"},
      {"nhanes", "race", "agecat"},
      {"nhanes", "HI_CHOL", "agecat"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Spearman spearman = ofSurvey(survey, c[1], c[2]);
      boolean persons = c[0].equals("apistrat");
      Estimate e = ReferenceSurvey.of(survey.sampling("", persons, List.of(spearman)), spearman);
      String key = String.join(".", c);
      ReferenceSurvey.same(expected, "spearman." + key, e.value(), POINT);
      ReferenceSurvey.same(expected, "spearman_se." + key, e.standardError(), POINT);
    }
  }

  /** People as PSUs by second moments equals the same people each as a cluster of one. */
  @Test
  void peopleAsUnits() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    Spearman spearman = ofSurvey(survey, "api00", "enroll");
    Estimate moments = ReferenceSurvey.of(survey.sampling("", true, List.of(spearman)), spearman);
    Estimate units = ReferenceSurvey.of(survey.sampling("", false, List.of(spearman)), spearman);
    assertEquals(units.value(), moments.value(), 0.0);
    assertEquals(units.standardError(), moments.standardError(), 1e-11 * units.standardError());
    assertEquals(units.n(), moments.n());
    assertEquals(units.df(), moments.df());
  }

  /** For two yes-or-no variables ranks are a shift and a stretch, so both correlations agree. */
  @Test
  void isPearsonForTwoCases() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    int x = survey.position("sch.wide");
    int y = survey.position("awards");
    Correlation pearson =
        new Correlation(x, survey.variable("sch.wide"), y, survey.variable("awards"));
    Spearman spearman = ofSurvey(survey, "sch.wide", "awards");
    Sampling sampling = survey.sampling("", false, List.of(pearson, spearman));
    Estimate a = ReferenceSurvey.of(sampling, pearson);
    Estimate b = ReferenceSurvey.of(sampling, spearman);
    assertEquals(a.value(), b.value(), 1e-12);
    assertEquals(a.standardError(), b.standardError(), 1e-12);
    assertEquals(a.pValue(), b.pValue(), 1e-10);
  }

  private static Layout layout(boolean persons) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, List.of(artificial()));
    wanted.put(GROUP, List.of(artificial()));
    wanted.put(EMPTY, List.of(artificial()));
    return new Layout(wanted, persons);
  }

  private static Estimate of(Ledger ledger, Cell cell, boolean persons) {
    Design design = new Design(true, true, !persons, false, LonelyPsu.FAIL);
    return artificial().estimate(ledger.sampling(design).of(cell, artificial()));
  }

  @Test
  void splitMergeOrderAndScaleChangeNothing() {
    List<EstimatorContract.Person> people = EstimatorContract.people(EstimatorContract.SEED);
    List<EstimatorContract.Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(EstimatorContract.SEED));
    for (boolean persons : new boolean[] {false, true}) {
      Layout layout = layout(persons);
      Ledger whole = EstimatorContract.ledger(layout, people, 1);
      Ledger merged =
          EstimatorContract.ledger(layout, shuffled.subList(250, 400), 1)
              .merge(EstimatorContract.ledger(layout, shuffled.subList(0, 250), 1))
              .merge(new Ledger(layout));
      assertEquals(whole, merged);
      Estimate e = of(whole, GROUP, persons);
      assertEquals(e, of(merged, GROUP, persons));
      Estimate scaled = of(EstimatorContract.ledger(layout, people, 1024), GROUP, persons);
      assertEquals(e.value(), scaled.value(), 1e-14);
      assertEquals(e.standardError(), scaled.standardError(), 1e-12);
      assertTrue(e.value() > 0.5 && e.standardError() > 0);
    }
  }

  @Test
  void nobodyGivesNoNumber() {
    Ledger ledger = EstimatorContract.ledger(layout(false), EstimatorContract.people(1), 1);
    Estimate nothing = of(ledger, EMPTY, false);
    assertTrue(Double.isNaN(nothing.value()));
    assertEquals(Reliability.Grade.SUPPRESS, nothing.reliability().grade());
  }
}
