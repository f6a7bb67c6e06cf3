package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Missing scores filled in: pooling against R, a planted truth, and laws. */
@ExtendWith(Compared.class)
class ImputationTest {
  private static final int SCORE = 0;
  private static final int CASE = 1;
  private static final int OTHER = 2;
  private static final int GROUP = 3;
  private static final int CUT = 30;
  private static final Variable Y = Variable.number("y", "y", 1, 0, 60, Direction.WORSE);
  private static final Mean MEAN = new Mean(SCORE, Y);
  private static final Proportion SHARE =
      Proportion.ofCases(CASE, "case", ProportionInterval.KORN_GRAUBARD);
  private static final Design CLUSTERS = new Design(true, true, true, false, LonelyPsu.FAIL);

  private record Person(String stratum, String psu, long weight, boolean member, long[] row) {}

  /** Whoever has a high other score answers less often; the score goes with the other one. */
  private static List<Person> people(int size, boolean gaps) {
    Random random = new Random(11);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int psu = random.nextInt(40);
      long group = random.nextInt(3);
      double other = 20 + 3 * group + 6 * random.nextGaussian();
      long y = clip(0.9 * other + 5 * random.nextGaussian());
      boolean gap = random.nextDouble() < (other > 24 ? 0.6 : 0.1) && gaps;
      long[] row = {
        gap ? Missing.MARK : y, gap ? Missing.MARK : y >= CUT ? 1 : 0, clip(other), group
      };
      long weight = Weight.ONE / 2 + random.nextInt(1 << 30);
      people.add(new Person("s" + psu % 4, "p" + psu, weight, random.nextInt(20) > 0, row));
    }
    return people;
  }

  private static long clip(double value) {
    return Math.round(Math.max(0, Math.min(60, value)));
  }

  private static Imputation.Plan plan(long seed) {
    return new Imputation.Plan(
        20,
        seed,
        List.of(List.of(SCORE, CASE), List.of(OTHER)),
        List.of(new Imputation.Level(GROUP, 3)));
  }

  private static Ledger ledger(List<Person> people, boolean persons) {
    Map<Cell, List<Estimator>> wanted = Map.of(Cell.EVERYBODY, List.of(MEAN, SHARE));
    Ledger ledger =
        new Ledger(
            new Layout(wanted, persons, List.of(), Optional.empty(), 0, plan(1).positions()));
    for (Person p : people) {
      int[] cells = p.member ? new int[] {0} : new int[0];
      ledger.add(new Stratum(p.stratum), p.psu, "", p.weight, cells, p.row);
    }
    return ledger;
  }

  private static List<Imputation.Answer> answers(Ledger ledger, long seed) {
    return new Imputation(plan(seed)).answers(ledger, CLUSTERS, List.of(MEAN, SHARE), 4);
  }

  private static Estimate direct(Ledger ledger, Estimator estimator) {
    return estimator.estimate(ledger.sampling(CLUSTERS).of(Cell.EVERYBODY, estimator));
  }

  @Test
  void poolingEqualsReference() {
    Map<String, Double> expected = ReferenceSurvey.expected("imputation-expected");
    double[] little = new double[20];
    double[] same = new double[20];
    for (int i = 0; i < 20; i++) {
      little[i] = 0.4 + (i + 1) * 1e-4;
      same[i] = 0.0016;
    }
    Map<String, RubinRules> made =
        Map.of(
            "five",
            RubinRules.of(
                new double[] {10.2, 10.9, 9.8, 10.4, 11.1},
                new double[] {.31, .28, .35, .30, .29},
                38),
            "two",
            RubinRules.of(new double[] {.112, .131}, new double[] {.0004, .0005}, 9),
            "little",
            RubinRules.of(little, same, 210));
    Compared.Source source = new Compared.Source("pooling", "made up", "R 4.2.2, mitools 2.4");
    made.forEach(
        (name, rules) -> {
          Map<String, Double> values =
              Map.of(
                  "value." + name, rules.value(),
                  "variance." + name, rules.variance(),
                  "df." + name, rules.df(),
                  "missing." + name, rules.missing());
          values.forEach((key, v) -> Compared.same(source, key, expected.get(key), v, 1e-11));
        });
  }

  /** People who answered are lower; what is filled in brings mean and share back. */
  @Test
  void thePlantedMeanIsFound() {
    Ledger whole = ledger(people(6000, false), false);
    List<Imputation.Answer> answers = answers(ledger(people(6000, true), false), 1);
    for (int i = 0; i < 2; i++) {
      Estimate truth = direct(whole, i == 0 ? MEAN : SHARE);
      Imputation.Answer answer = answers.get(i);
      double se = answer.imputed().standardError();
      assertTrue(truth.value() - answer.analysed().value() > 6 * se, "no bias was planted");
      assertEquals(truth.value(), answer.imputed().value(), 1.5 * se);
      assertTrue(se > truth.standardError());
      assertTrue(answer.missing() > 0.02 && answer.missing() < 0.7, "" + answer.missing());
      assertTrue(answer.imputed().interval().low() < truth.value());
      assertTrue(answer.imputed().interval().high() > truth.value());
    }
  }

  /** Where nothing is missing nothing is filled in. */
  @Test
  void aScoreNobodyLacksStaysAsAnalysed() {
    Ledger whole = ledger(people(900, false), false);
    for (Imputation.Answer answer : answers(whole, 1)) {
      assertEquals(answer.analysed(), answer.imputed());
      assertTrue(Double.isNaN(answer.missing()));
    }
  }

  /** What is called "as analysed" is what the survey itself gives, people outside it included. */
  @Test
  void asAnalysedIsTheSurvey() {
    for (boolean persons : List.of(false, true)) {
      Ledger ledger = ledger(people(900, true), persons);
      List<Imputation.Answer> answers = answers(ledger, 1);
      assertEquals(direct(ledger, MEAN), answers.get(0).analysed());
      assertEquals(direct(ledger, SHARE), answers.get(1).analysed());
    }
  }

  /** The order of rows and the parts they come in change no bit; another seed draws others. */
  @Test
  void onlyPeopleAndSeedMatter() {
    List<Person> people = people(900, true);
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(5));
    Ledger whole = ledger(people, false);
    Ledger parts =
        ledger(shuffled.subList(300, 900), false).merge(ledger(shuffled.subList(0, 300), false));
    assertEquals(whole, parts);
    List<Imputation.Answer> once = answers(whole, 1);
    assertEquals(once, answers(parts, 1));
    assertNotEquals(once.get(0).imputed(), answers(whole, 2).get(0).imputed());
  }

  /** Nothing is filled in from fewer people than can stand for others. */
  @Test
  void aRareScoreIsLeftAlone() {
    List<Person> few =
        Stream.concat(
                people(400, false).stream().limit(25),
                people(400, false).stream()
                    .skip(25)
                    .map(
                        p -> {
                          long[] row = p.row.clone();
                          row[SCORE] = Missing.MARK;
                          row[CASE] = Missing.MARK;
                          return new Person(p.stratum, p.psu, p.weight, p.member, row);
                        }))
            .toList();
    Imputation.Answer answer = answers(ledger(few, false), 1).get(0);
    assertEquals(answer.analysed(), answer.imputed());
  }

  /** A draw from χ² has its mean and variance. */
  @Test
  void chiSquareHasItsMoments() {
    Random random = new Random(3);
    for (int df : new int[] {1, 2, 7, 300}) {
      double sum = 0;
      double squares = 0;
      int draws = 40_000;
      for (int i = 0; i < draws; i++) {
        double x = BayesRegression.chiSquare(df, random);
        sum += x;
        squares += x * x;
      }
      double mean = sum / draws;
      assertEquals(df, mean, 5 * Math.sqrt(2.0 * df / draws));
      assertEquals(1, (squares / draws - mean * mean) / (2 * df), 0.06);
    }
  }
}
