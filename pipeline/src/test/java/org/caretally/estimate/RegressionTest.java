package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.ModelSurvey.Person;
import org.junit.jupiter.api.Test;

/** Regression models against R, by identities, and by laws. */
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
      String variable = model.regressors().get(line.regressor()).variable().id();
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
  void anyOrderAndSplitGivesTheSameBits() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes");
    Model model = survey.model(Model.Kind.LOGISTIC, "chol", List.of("woman", "age", "race"));
    Ledger whole = survey.ledger(List.of(model), false);
    List<ModelLine> expected = survey.regression(model, false).lines();
    Random random = new Random(7);
    List<Person> people = new ArrayList<>(survey.people());
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(people, random);
      int cut = random.nextInt(people.size());
      Ledger a = survey.ledger(List.of(model), false, people.subList(0, cut));
      Ledger b = survey.ledger(List.of(model), false, people.subList(cut, people.size()));
      Ledger merged = copy(b).merge(copy(a));
      assertEquals(whole, merged);
      assertEquals(expected, survey.regression(model, merged).lines());
    }
    assertFalse(whole.equals(survey.ledger(List.of(model), false, people.subList(1, 50))));
  }

  private static Ledger copy(Ledger ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ledger);
      out.flush();
      return (Ledger)
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** People as PSUs equal the same people each in a cluster of one. */
  @Test
  void peopleAsUnits() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apistrat");
    Model model = survey.model(Model.Kind.LOGISTIC, "target", List.of("ell", "stype"));
    List<ModelLine> people = survey.regression(model, true).lines();
    List<ModelLine> clusters = survey.regression(model, false).lines();
    for (int i = 0; i < people.size(); i++) {
      double se = clusters.get(i).estimate().standardError();
      assertEquals(se, people.get(i).estimate().standardError(), 1e-11 * se);
    }
  }

  @Test
  void weightsOnlyCountInProportion() throws IOException {
    ModelSurvey survey = ModelSurvey.read("apiclus1");
    Model model = survey.model(Model.Kind.LINEAR, "api00", List.of("ell", "stype"));
    List<ModelLine> plain = survey.regression(model, false).lines();
    List<Person> heavy =
        survey.people().stream()
            .map(p -> new Person(p.stratum(), p.psu(), p.fpc(), p.weight() * 4, p.row()))
            .toList();
    List<ModelLine> scaled =
        survey.regression(model, survey.ledger(List.of(model), false, heavy)).lines();
    for (int i = 0; i < plain.size(); i++) {
      double se = plain.get(i).estimate().standardError();
      assertEquals(se, scaled.get(i).estimate().standardError(), 1e-11 * se);
    }
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

  /** A PSU without complete cases still counts: three of four PSUs alone give another variance. */
  @Test
  void psusWithoutCompleteCasesCount() {
    Variable y = Variable.number("y", "y", 1, 0, 50, Direction.WORSE);
    Model model = new Model("m", Model.Kind.LINEAR, 0, y, List.of(new Regressor(1, y)));
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long[] row = {i % 7 + i / 4, i % 4 == 3 ? Missing.MARK : (i * 5) % 11};
      people.add(new Person(new Stratum(""), "p" + i % 4, "", Weight.ONE, row));
    }
    double four = se(model, people, y);
    people.removeIf(p -> p.psu().equals("p3"));
    double three = se(model, people, y);
    assertEquals(Math.sqrt(4.0 / 3 / (3.0 / 2)), four / three, 1e-9);
  }

  private static double se(Model model, List<Person> people, Variable y) {
    return ModelSurvey.of(List.of(y, y), people)
        .regression(model, false)
        .lines()
        .get(0)
        .estimate()
        .standardError();
  }

  @Test
  void lonelyStrata() throws IOException {
    ModelSurvey survey = ModelSurvey.read("nhanes");
    Model model = survey.model(Model.Kind.LOGISTIC, "chol", List.of("age"));
    List<Person> people = new ArrayList<>(survey.people());
    people.removeIf(p -> p.stratum().id().equals("75") && !p.psu().equals("1"));
    Ledger ledger = survey.ledger(List.of(model), false, people);
    double remove = survey.regression(model, ledger, LonelyPsu.REMOVE).fit().covariance(1, 1);
    double average = survey.regression(model, ledger, LonelyPsu.AVERAGE).fit().covariance(1, 1);
    double adjust = survey.regression(model, ledger, LonelyPsu.ADJUST).fit().covariance(1, 1);
    assertEquals(15.0 / 14, average / remove, 1e-12);
    assertTrue(adjust > remove);
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
