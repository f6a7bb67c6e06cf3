package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.caretally.codebook.Level;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Models whose weights were made to meet headcounts: R's svyglm on calibrated designs, and laws.
 */
@ExtendWith(Compared.class)
class WeightedModelsTest {
  private static final double[] RAKED = {4421, 755, 1018, 0, 1072, 5122, 0, 2027, 4167, 0};
  private static final double[] CELLS = {472, 3949, 0, 334, 421, 0, 266, 752, 0, 0, 0, 0};
  private static final Design CLUSTERS = new Design(true, true, true, true, LonelyPsu.FAIL);
  private static final Design PEOPLE = new Design(true, true, false, true, LonelyPsu.FAIL);
  private static final int EVERY = 9;

  private record Row(WeightingTest.Person person, long weight, long[] row) {}

  private ReferenceSurvey survey;

  private Classes classes(boolean crossed) {
    List<Classes.Margin> all =
        List.of(margin("stype", 3), margin("sch.wide", 2), margin("awards", 2));
    return new Classes(crossed ? all.subList(0, 2) : all, crossed);
  }

  private Classes.Margin margin(String name, int levels) {
    return new Classes.Margin(survey.position(name), levels);
  }

  private Model model(Model.Kind kind, String outcome, String... with) {
    List<Regressor> regressors = new ArrayList<>();
    for (String name : with) {
      regressors.add(new Regressor(survey.position(name), survey.variable(name)));
    }
    String id = kind.name().toLowerCase(Locale.ROOT);
    return new Model(id, kind, survey.position(outcome), survey.variable(outcome), regressors);
  }

  /** Every ninth row has no answer to ell, as in the script. */
  private List<Row> rows(Classes classes, String kind, boolean gaps) {
    boolean clustered = survey.name.equals("apiclus1");
    boolean trim = kind.equals("trim");
    double high = trim ? clustered ? 1.6 : 1.06 : Double.POSITIVE_INFINITY;
    ClassTotals sample = new ClassTotals(classes.size());
    survey.each((p, row) -> sample.add(classes.of(row), p.weight()));
    double[] counts = kind.equals("cells") ? CELLS : RAKED;
    double[] factors = Raking.factors(classes, sample, counts, trim ? 0.7 : 0, high).factors();
    List<Row> rows = new ArrayList<>();
    survey.each(
        (p, row) -> {
          long[] own = row.clone();
          if (gaps && rows.size() % EVERY == 4) {
            own[survey.position("ell")] = Missing.MARK;
          }
          rows.add(new Row(p, Math.round(p.weight() * factors[classes.of(row)]), own));
        });
    return rows;
  }

  private Ledger ledger(Classes classes, List<Row> rows, boolean persons, List<Model> models) {
    Mean mean = new Mean(survey.position("api00"), survey.variable("api00"));
    Map<Cell, List<Estimator>> wanted = Map.of(Cell.EVERYBODY, List.of(mean));
    Ledger ledger = new Ledger(new Layout(wanted, persons, models, Optional.of(classes), 0));
    for (Row r : rows) {
      WeightingTest.Person p = r.person();
      ledger.add(
          p.stratum(),
          p.psu(),
          p.fpc(),
          p.weight(),
          r.weight(),
          new long[0],
          new int[] {0},
          r.row());
    }
    return ledger;
  }

  private void equalsReference(String name) {
    survey = ReferenceSurvey.read(name);
    boolean persons = name.equals("apistrat");
    Map<String, Double> expected = ReferenceSurvey.expected("weighting-expected");
    Map<String, Model> models = new HashMap<>();
    models.put("linear", model(Model.Kind.LINEAR, "api00", "ell", "meals"));
    models.put("logistic", model(Model.Kind.LOGISTIC, "awards", "ell", "meals"));
    models.put("ratio", model(Model.Kind.PREVALENCE_RATIO, "awards", "ell", "meals"));
    for (String kind : List.of("rake", "trim", "cells")) {
      Classes classes = classes(kind.equals("cells"));
      Ledger ledger =
          ledger(classes, rows(classes, kind, true), persons, List.copyOf(models.values()));
      models.forEach(
          (which, model) -> {
            Sampling sampling = ledger.sampling(persons ? PEOPLE : CLUSTERS);
            ModelFit fit = Regression.of(model, sampling, 100).fit();
            for (int column = 1; column <= 2; column++) {
              String end =
                  "." + name + "." + kind + "." + which + "." + (column == 1 ? "ell" : "meals");
              ReferenceSurvey.same(expected, "b" + end, fit.coefficient(column), 1e-9);
              double se = Math.sqrt(fit.covariance(column, column));
              ReferenceSurvey.same(expected, "b_se" + end, se, 1e-9);
            }
          });
    }
  }

  @Test
  void stratifiedSchoolsEqualReference() {
    equalsReference("apistrat");
  }

  @Test
  void clusteredSchoolsEqualReference() {
    equalsReference("apiclus1");
  }

  /** With one yes/no a linear model gives the difference of two means, and its error. */
  @Test
  void oneYesNoHasTheErrorOfTheDifference() {
    Map<String, Double> expected = ReferenceSurvey.expected("weighting-expected");
    for (String name : List.of("apistrat", "apiclus1")) {
      survey = ReferenceSurvey.read(name);
      Classes classes = classes(false);
      Model model = model(Model.Kind.LINEAR, "api00", "awards");
      Ledger ledger = ledger(classes, rows(classes, "rake", false), false, List.of(model));
      ModelLine line = Regression.of(model, ledger.sampling(CLUSTERS), 100).lines().get(0);
      String end = "." + name + ".rake.api00.awards";
      ReferenceSurvey.same(expected, "difference" + end, line.estimate().value(), 1e-9);
      ReferenceSurvey.same(expected, "difference_se" + end, line.estimate().standardError(), 1e-9);
    }
  }

  /** An average marginal effect of groups alone is the difference of two shares. */
  @Test
  void averagesUseTheResidualToo() {
    survey = ReferenceSurvey.read("apiclus1");
    Classes classes = classes(false);
    List<Level> levels = Stream.of("E", "H", "M").map(c -> new Level(c, c)).toList();
    Regressor stype =
        new Regressor(survey.position("stype"), Variable.levels("stype", "stype", levels));
    int at = survey.position("awards");
    Variable awards = survey.variable("awards");
    Model logistic = new Model("a", Model.Kind.LOGISTIC, at, awards, List.of(stype));
    Model linear = new Model("b", Model.Kind.LINEAR, at, awards, List.of(stype));
    List<Row> rows = rows(classes, "rake", false);
    Sampling sampling = ledger(classes, rows, false, List.of(logistic, linear)).sampling(CLUSTERS);
    Estimate average =
        Regression.of(logistic, sampling, 100).lines().get(0).marginal().orElseThrow();
    Estimate plain = Regression.of(linear, sampling, 100).lines().get(0).estimate();
    assertEquals(plain.value(), average.value(), 1e-10);
    assertEquals(plain.standardError(), average.standardError(), 1e-10);
  }

  /** Sums of squares of people are those of clusters of one; order and parts change no bit. */
  @Test
  void peopleAsUnitsAndParts() {
    survey = ReferenceSurvey.read("apistrat");
    Classes classes = classes(false);
    Model model = model(Model.Kind.LOGISTIC, "awards", "ell", "meals");
    List<Row> rows = rows(classes, "rake", true);
    double[] se = new double[2];
    for (boolean persons : List.of(true, false)) {
      Ledger ledger = ledger(classes, rows, persons, List.of(model));
      List<Row> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(3));
      Ledger parts =
          ledger(classes, shuffled.subList(60, shuffled.size()), persons, List.of(model))
              .merge(ledger(classes, shuffled.subList(0, 60), persons, List.of(model)));
      assertEquals(ledger, parts);
      Design design = persons ? PEOPLE : CLUSTERS;
      ModelFit whole = Regression.of(model, ledger.sampling(design), 100).fit();
      ModelFit again = Regression.of(model, parts.sampling(design), 100).fit();
      assertEquals(whole.covariance(1, 1), again.covariance(1, 1), 0);
      se[persons ? 0 : 1] = Math.sqrt(whole.covariance(1, 1));
    }
    assertTrue(se[1] > 0);
    assertEquals(se[1], se[0], 1e-9 * se[1]);
  }
}
