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
import java.util.stream.IntStream;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Weighting to headcounts: schools against R survey, identities and laws. */
@ExtendWith(Compared.class)
class WeightingTest {
  private static final long[] NONE = {};
  private static final double POINT = 1e-9;
  private static final double[] STYPE = {4421, 755, 1018, 0};
  private static final double[] RAKED = {
    4421, 755, 1018, 0, 1072, 5122, 0, 2027, 4167, 0,
  };
  private static final double[] CELLS = {472, 3949, 0, 334, 421, 0, 266, 752, 0, 0, 0, 0};
  private static final Cell AWARDED = new Cell("awards", "1");
  private static final Cell REST = new Cell("awards", "0");

  private ReferenceSurvey survey;
  private boolean clustered;

  @BeforeEach
  void stratified() {
    read("apistrat");
  }

  private void read(String name) {
    survey = ReferenceSurvey.read(name);
    clustered = name.equals("apiclus1");
  }

  private Classes classes(boolean crossed) {
    List<Classes.Margin> all =
        List.of(margin("stype", 3), margin("sch.wide", 2), margin("awards", 2));
    return new Classes(crossed ? all.subList(0, 2) : all, crossed);
  }

  private Classes.Margin margin(String name, int levels) {
    return new Classes.Margin(survey.position(name), levels);
  }

  private Mean mean(String name) {
    return new Mean(survey.position(name), survey.variable(name));
  }

  private ClassTotals sample(Classes classes) {
    ClassTotals totals = new ClassTotals(classes.size());
    survey.each((person, row) -> totals.add(classes.of(row), person.weight()));
    return totals;
  }

  private Raking.Result factors(String kind) {
    Classes classes = classes(kind.equals("cells"));
    double[] counts = kind.equals("cells") ? CELLS : RAKED;
    double low = 0.7;
    double high = clustered ? 1.6 : 1.06;
    boolean trim = kind.equals("trim");
    return Raking.factors(
        classes, sample(classes), counts, trim ? low : 0, trim ? high : Double.POSITIVE_INFINITY);
  }

  private Sampling sampling(Classes classes, double[] factors, boolean persons) {
    return sampling(classes, factors, persons, false);
  }

  private Sampling sampling(Classes classes, double[] factors, boolean persons, boolean pool) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    for (Cell cell : List.of(Cell.EVERYBODY, REST, AWARDED)) {
      wanted.put(cell, List.of(mean("api00"), mean("enroll")));
    }
    Ledger ledger =
        ledger(new Layout(wanted, persons, List.of(), java.util.Optional.of(classes), 0));
    survey.each(
        (person, row) -> {
          int[] cells = {0, 1 + (int) row[survey.position("awards")]};
          long weight = Math.round(person.weight() * factors[classes.of(row)]);
          ledger.add(
              person.stratum(),
              person.psu(),
              person.fpc(),
              person.weight(),
              weight,
              NONE,
              cells,
              row);
        });
    Ledger joint = pool ? ledger.pooled(Map.of(REST, AWARDED)) : ledger;
    return joint.sampling(new Design(true, true, !persons, true, LonelyPsu.FAIL));
  }

  private static Ledger ledger(Layout layout) {
    return new Ledger(layout);
  }

  private void equalsReference(String name) {
    Map<String, Double> expected = ReferenceSurvey.expected("weighting-expected");
    for (String kind : List.of("rake", "trim", "cells")) {
      String key = "." + name + "." + kind;
      Raking.Result found = factors(kind);
      assertEquals(-1, found.missed(), key);
      Classes classes = classes(kind.equals("cells"));
      List<Double> used = new ArrayList<>();
      int[] line = {0};
      survey.each(
          (person, row) -> {
            double factor = found.factors()[classes.of(row)];
            used.add(factor);
            if (line[0]++ % 17 == 0) {
              double weight = Math.rint(person.weight() * factor) / Weight.ONE;
              ReferenceSurvey.same(expected, "weight" + key + "." + line[0], weight, POINT);
            }
          });
      ReferenceSurvey.same(expected, "least" + key, Collections.min(used), POINT);
      ReferenceSurvey.same(expected, "most" + key, Collections.max(used), POINT);
      Sampling sampling = sampling(classes, found.factors(), !clustered);
      for (String variable : List.of("api00", "enroll")) {
        estimate(expected, sampling, Cell.EVERYBODY, variable, key + "." + variable);
        estimate(expected, sampling, AWARDED, variable, key + "." + variable + ".awards");
      }
      Estimate difference =
          Difference.of(
                  mean("api00"),
                  List.of(sampling.of(AWARDED, mean("api00"))),
                  List.of(sampling.of(REST, mean("api00"))))
              .get(0);
      String end = key + ".api00.awards";
      ReferenceSurvey.same(expected, "difference" + end, difference.value(), POINT);
      ReferenceSurvey.same(expected, "difference_se" + end, difference.standardError(), POINT);
    }
  }

  private void estimate(
      Map<String, Double> expected, Sampling sampling, Cell cell, String variable, String key) {
    Estimate made = mean(variable).estimate(sampling.of(cell, mean(variable)));
    ReferenceSurvey.same(expected, "mean" + key, made.value(), POINT);
    ReferenceSurvey.same(expected, "se" + key, made.standardError(), POINT);
  }

  @Test
  void stratifiedSchoolsEqualReference() {
    equalsReference("apistrat");
  }

  @Test
  void clusteredSchoolsEqualReference() {
    read("apiclus1");
    equalsReference("apiclus1");
  }

  /** Sums of squares of people are the same as people who are clusters of one. */
  @Test
  void peopleAsUnits() {
    Classes classes = classes(false);
    double[] factors = factors("rake").factors();
    Sampling moments = sampling(classes, factors, true);
    Sampling table = sampling(classes, factors, false);
    for (String name : List.of("api00", "enroll")) {
      for (Cell cell : List.of(Cell.EVERYBODY, AWARDED)) {
        double a = mean(name).estimate(moments.of(cell, mean(name))).standardError();
        double b = mean(name).estimate(table.of(cell, mean(name))).standardError();
        assertEquals(b, a, 1e-10 * b);
      }
    }
  }

  /** A mean's error from a table of its codes is that from its sums. */
  @Test
  void tablesGiveTheErrorOfTheMean() {
    for (boolean persons : List.of(true, false)) {
      int at = survey.position("api00");
      Quantile median = new Quantile(at, survey.variable("api00"), 50);
      Classes classes = classes(false);
      Map<Cell, List<Estimator>> wanted = Map.of(AWARDED, List.of(mean("api00"), median));
      Layout layout = new Layout(wanted, persons, List.of(), java.util.Optional.of(classes), 0);
      Ledger ledger = ledger(layout);
      double[] factors = factors("rake").factors();
      survey.each(
          (p, row) -> {
            int[] cells = row[survey.position("awards")] == 1 ? new int[] {0} : new int[0];
            long weight = Math.round(p.weight() * factors[classes.of(row)]);
            ledger.add(p.stratum(), p.psu(), p.fpc(), p.weight(), weight, NONE, cells, row);
          });
      Sampling sampling = ledger.sampling(new Design(true, true, !persons, true, LonelyPsu.FAIL));
      Estimate made = mean("api00").estimate(sampling.of(AWARDED, mean("api00")));
      DomainSums sums = sampling.of(AWARDED, median);
      Crosstab table = median.tables().get(0);
      Crosstab.Counted counted = sums.counted(table);
      double[] z = new double[counted.size()];
      double[] twice = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        z[i] = (counted.codes().get(i)[0] - made.value()) / counted.total();
        twice[i] = -2 * z[i];
      }
      double[][] covariance = sums.covariance(table, new double[][] {z, twice});
      double se = made.standardError();
      assertEquals(se, Math.sqrt(covariance[0][0]), 1e-9 * se);
      assertEquals(-2 * se * se, covariance[0][1], 1e-8 * se * se);
    }
  }

  /** Two groups shown as one have the error of everybody, if they are everybody. */
  @Test
  void joinedGroupsKeepTheirClasses() {
    for (boolean persons : List.of(true, false)) {
      Sampling joint = sampling(classes(false), factors("rake").factors(), persons, true);
      Estimate all = mean("api00").estimate(joint.of(Cell.EVERYBODY, mean("api00")));
      Estimate both = mean("api00").estimate(joint.of(AWARDED, mean("api00")));
      assertEquals(all.value(), both.value(), 0);
      assertEquals(all.standardError(), both.standardError(), 0);
    }
  }

  /** Raking on one variable is post-stratification on it. */
  @Test
  void oneMarginIsPostStratification() {
    List<Classes.Margin> one = List.of(margin("stype", 3));
    Classes raked = new Classes(one, false);
    double[] by = Raking.factors(raked, sample(raked), STYPE, 0, 1e9).factors();
    Classes cells = new Classes(one, true);
    double[] ps = Raking.factors(cells, sample(cells), STYPE, 0, 1e9).factors();
    for (int c = 0; c < 3; c++) {
      assertEquals(ps[c], by[c], 1e-12 * ps[c]);
    }
  }

  /** What the headcounts fix has no variance: the mean of a variable that they are about. */
  @Test
  void knownShareHasNoVariance() {
    Classes classes = classes(false);
    int at = survey.position("awards");
    Mean awards = new Mean(at, Variable.number("a", "a", 1, 0, 1, Direction.NEUTRAL));
    Layout layout =
        new Layout(
            Map.of(Cell.EVERYBODY, List.of(awards)),
            false,
            List.of(),
            java.util.Optional.of(classes),
            0);
    Ledger ledger = ledger(layout);
    double[] factors = factors("rake").factors();
    survey.each(
        (p, row) -> {
          long weight = Math.round(p.weight() * factors[classes.of(row)]);
          ledger.add(p.stratum(), p.psu(), p.fpc(), p.weight(), weight, NONE, new int[] {0}, row);
        });
    Sampling sampling = ledger.sampling(new Design(true, true, true, true, LonelyPsu.FAIL));
    Estimate made = awards.estimate(sampling.of(Cell.EVERYBODY, awards));
    assertEquals(4167.0 / 6194, made.value(), 1e-9);
    assertEquals(0, made.standardError(), 1e-10);
  }

  /** Order and parts of the data change no bit of the factors. */
  @Test
  void shuffledPartsGiveTheSameFactors() {
    Classes classes = classes(false);
    List<long[]> people = new ArrayList<>();
    survey.each((p, row) -> people.add(new long[] {classes.of(row), p.weight()}));
    double[] first = factors("rake").factors();
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(people, new Random(seed));
      ClassTotals a = new ClassTotals(classes.size());
      ClassTotals b = new ClassTotals(classes.size());
      int half = people.size() / (seed + 2);
      people.subList(0, half).forEach(p -> a.add((int) p[0], p[1]));
      people.subList(half, people.size()).forEach(p -> b.add((int) p[0], p[1]));
      double[] again =
          Raking.factors(classes, b.merge(a), RAKED, 0, Double.POSITIVE_INFINITY).factors();
      assertTrue(Arrays.equals(first, again));
    }
  }

  /** Bounds that leave no way to the headcounts are told, with the headcount missed most. */
  @Test
  void impossibleBoundsAreTold() {
    Classes classes = classes(false);
    double[] counts = RAKED.clone();
    counts[4] = 100;
    counts[5] = 6094;
    Raking.Result found = Raking.factors(classes, sample(classes), counts, 0.9, 1.1);
    assertEquals(4, found.missed());
  }

  /** No answer is a class of its own, and levels of classes can be read back. */
  @Test
  void noAnswerIsAClass() {
    Classes classes = new Classes(List.of(margin(0, 3), margin(1, 2)), false);
    assertEquals(11, classes.of(new long[] {Missing.MARK, Missing.MARK}));
    int at = classes.of(new long[] {1, Missing.MARK});
    assertEquals(List.of(1, 2), IntStream.of(0, 1).map(m -> classes.level(at, m)).boxed().toList());
  }

  private static Classes.Margin margin(int variable, int levels) {
    return new Classes.Margin(variable, levels);
  }

  /** A person of a reference survey. */
  record Person(Stratum stratum, String psu, String fpc, long weight) {}
}
