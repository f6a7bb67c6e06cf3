package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.Errors;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Errors from leaving out PSUs: against R, against linearised ones, and by laws. */
@ExtendWith(Compared.class)
class JackknifeTest {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("replicates-expected");
  private static final double POINT = 1e-9;
  private static final Cell GROUP = new Cell("group", "yes");
  private static final Cell ONE_PSU = new Cell("group", "one psu");
  private static final Variable X = Variable.number("x", "x", 1, 0, 100, Direction.WORSE);
  private static final Variable Y = Variable.number("y", "y", 1, 0, 400, Direction.WORSE);
  private static final Mean MEAN = new Mean(0, X);
  private static final List<SmoothEstimator> ALL =
      List.of(MEAN, new Spread(MEAN), new Ratio(0, X, 1, Y), new Correlation(0, X, 1, Y));

  private record Person(String stratum, String psu, long weight, int[] cells, long[] row) {}

  private static void same(String key, Estimate e) {
    ReferenceSurvey.same(EXPECTED, key, e.value(), POINT);
    String error = key.replaceFirst("\\.", "_se.");
    ReferenceSurvey.same(EXPECTED, error, e.standardError(), POINT);
  }

  private static Mean mean(ReferenceSurvey survey, String variable) {
    return new Mean(survey.position(variable), survey.variable(variable));
  }

  private static Proportion share(ReferenceSurvey survey, String variable) {
    ProportionInterval interval = ProportionInterval.KORN_GRAUBARD;
    return Proportion.ofCases(survey.position(variable), variable, interval);
  }

  private static Estimate of(ReferenceSurvey survey, Estimator estimator) {
    return ReferenceSurvey.of(survey.jackknife("", List.of(estimator)), estimator);
  }

  @Test
  void meansAndSharesEqualReference() {
    for (String[] c :
        new String[][] {
          {"apistrat", "api00"}, {"apiclus1", "api00"}, {"apiclus1", "ell"}, {"scd", "arrests"}
        }) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      same("mean." + String.join(".", c), of(survey, mean(survey, c[1])));
    }
    for (String[] c : new String[][] {{"apistrat", "awards"}, {"nhanes", "HI_CHOL"}}) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      same("mean." + String.join(".", c), of(survey, share(survey, c[1])));
    }
  }

  @Test
  void spreadsRatiosAndCorrelationsEqualReference() {
    for (String[] c :
        new String[][] {{"apistrat", "api00"}, {"apiclus1", "enroll"}, {"scd", "alive"}}) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      String key = "sd." + c[0] + "." + c[1] + "." + c[1];
      same(key, of(survey, new Spread(mean(survey, c[1]))));
    }
    for (String[] c :
        new String[][] {
          {"apistrat", "api00", "enroll"},
          {"apiclus1", "api00", "api99"},
          {"scd", "alive", "arrests"}
        }) {
      ReferenceSurvey s = ReferenceSurvey.read(c[0]);
      Ratio ratio =
          new Ratio(s.position(c[1]), s.variable(c[1]), s.position(c[2]), s.variable(c[2]));
      same("ratio." + String.join(".", c), of(s, ratio));
    }
    for (String[] c :
        new String[][] {
          {"apistrat", "api00", "ell"}, {"apiclus1", "meals", "enroll"}, {"scd", "alive", "arrests"}
        }) {
      ReferenceSurvey s = ReferenceSurvey.read(c[0]);
      Correlation r =
          new Correlation(s.position(c[1]), s.variable(c[1]), s.position(c[2]), s.variable(c[2]));
      same("r." + String.join(".", c), of(s, r));
    }
  }

  private static List<Estimate> compared(ReferenceSurvey survey, String group, Estimator measure) {
    Sampling sampling = survey.jackknife(group, List.of(measure));
    return Difference.of(
        measure,
        List.of(sampling.of(new Cell(group, "0"), measure)),
        List.of(sampling.of(new Cell(group, "1"), measure)));
  }

  @Test
  void differencesEqualReference() {
    for (String name : List.of("apistrat", "apiclus1")) {
      ReferenceSurvey survey = ReferenceSurvey.read(name);
      List<Estimate> made = compared(survey, "awards", mean(survey, "api00"));
      same("difference." + name + ".api00.awards", made.get(0));
      same("d." + name + ".api00.awards", made.get(1));
    }
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    List<Estimate> made = compared(survey, "woman", share(survey, "HI_CHOL"));
    same("share_difference.nhanes.HI_CHOL.woman", made.get(0));
    Estimate ratio = made.get(1);
    String key = "log_share_ratio_se.nhanes.HI_CHOL.woman";
    ReferenceSurvey.same(EXPECTED, key, ratio.standardError() / ratio.value(), POINT);
  }

  private static List<Person> people(int psus, long seed) {
    Random random = new Random(seed);
    List<Person> people = new ArrayList<>();
    for (int a = 0; a < psus; a++) {
      double level = 10 * random.nextGaussian();
      for (int i = 0; i < 10; i++) {
        long x = Math.max(0, Math.min(100, Math.round(50 + level + 15 * random.nextGaussian())));
        long y = Math.max(0, Math.min(400, Math.round(2 * x + 100 + 40 * random.nextGaussian())));
        int[] cells = a == 0 ? new int[] {0, 1, 2} : new int[] {0, 1};
        int[] mine = random.nextInt(3) == 0 && a % 5 != 3 ? cells : new int[] {0};
        long weight = Weight.ONE / 2 + random.nextInt(1 << 30);
        people.add(new Person("s" + a % 4, "p" + a, weight, mine, new long[] {x, y}));
      }
    }
    return people;
  }

  private static Ledger ledger(List<Person> people, long factor) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    List<Cell> cells = List.of(Cell.EVERYBODY, GROUP, ONE_PSU, new Cell("group", "nobody"));
    cells.forEach(c -> wanted.put(c, List.copyOf(ALL)));
    Ledger ledger = new Ledger(new Layout(wanted, false));
    for (Person p : people) {
      ledger.add(new Stratum(p.stratum), p.psu, "", p.weight * factor, p.cells, p.row);
    }
    return ledger;
  }

  private static Estimate of(Ledger ledger, Errors errors, LonelyPsu lonely, Cell cell, int which) {
    Sampling sampling = ledger.sampling(new Design(true, true, true, false, lonely, errors));
    return ALL.get(which).estimate(sampling.of(cell, ALL.get(which)));
  }

  private static double se(Ledger ledger, Errors errors, LonelyPsu lonely, Cell cell, int which) {
    return of(ledger, errors, lonely, cell, which).standardError();
  }

  /** They agree up to the curvature, which is one over the number of PSUs. */
  @Test
  void manyPsusComeNearTheLinearisedError() {
    for (int psus : new int[] {40, 160, 640}) {
      Ledger ledger = ledger(people(psus, 5), 1);
      for (int k = 0; k < ALL.size(); k++) {
        for (Cell cell : List.of(Cell.EVERYBODY, GROUP)) {
          double here = se(ledger, Errors.jackknife(), LonelyPsu.FAIL, cell, k);
          double there = se(ledger, Errors.linearised(), LonelyPsu.FAIL, cell, k);
          assertTrue(Math.abs(here / there - 1) < 6.0 / psus, psus + " " + ALL.get(k).id());
        }
      }
    }
  }

  /** The rule for a lonely PSU agrees with the linearised one in the same way. */
  @Test
  void lonelyPsusComeNearTheLinearisedError() {
    List<Person> people = people(160, 6);
    Person last = people.get(people.size() - 1);
    people.add(new Person("alone", "q", last.weight, last.cells, last.row));
    Ledger ledger = ledger(people, 1);
    for (LonelyPsu lonely : List.of(LonelyPsu.REMOVE, LonelyPsu.ADJUST, LonelyPsu.AVERAGE)) {
      double here = se(ledger, Errors.jackknife(), lonely, Cell.EVERYBODY, 0);
      double there = se(ledger, Errors.linearised(), lonely, Cell.EVERYBODY, 0);
      assertEquals(1, here / there, 0.02, lonely.name());
    }
  }

  /** A number that is linear in the totals has the same error either way. */
  @Test
  void aTotalHasTheSameErrorEitherWay() {
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    PeopleTotal people = new PeopleTotal(share(survey, "HI_CHOL"));
    double here = of(survey, people).standardError();
    Sampling sampling = survey.sampling("", false, List.of(people));
    assertEquals(1, here / ReferenceSurvey.of(sampling, people).standardError(), 1e-10);
  }

  @Test
  void orderSplitAndScaleChangeNothing() {
    List<Person> people = people(20, 7);
    Ledger whole = ledger(people, 1);
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(8));
    Ledger merged = ledger(shuffled.subList(90, 200), 1).merge(ledger(shuffled.subList(0, 90), 1));
    Ledger heavy = ledger(people, 4);
    for (int k = 0; k < ALL.size(); k++) {
      Estimate e = of(whole, Errors.jackknife(), LonelyPsu.FAIL, GROUP, k);
      assertEquals(e, of(merged, Errors.jackknife(), LonelyPsu.FAIL, GROUP, k));
      assertEquals(
          e.standardError(), se(heavy, Errors.jackknife(), LonelyPsu.FAIL, GROUP, k), 1e-12);
    }
  }

  /** Without its only PSU a group has no mean, so there is no error; nor is there for nobody. */
  @Test
  void whatCannotBeComputedAgainHasNoError() {
    Ledger ledger = ledger(people(20, 9), 1);
    for (int k = 0; k < ALL.size(); k++) {
      Estimate one = of(ledger, Errors.jackknife(), LonelyPsu.FAIL, ONE_PSU, k);
      assertTrue(Double.isNaN(one.standardError()), one.statistic());
      Cell nobody = new Cell("group", "nobody");
      Estimate none = of(ledger, Errors.jackknife(), LonelyPsu.FAIL, nobody, k);
      assertTrue(Double.isNaN(none.value()) && Double.isNaN(none.standardError()));
    }
  }
}
