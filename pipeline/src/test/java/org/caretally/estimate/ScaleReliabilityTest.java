package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.caretally.codebook.Missing;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alpha, omega and item fit: against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class ScaleReliabilityTest {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("reliability-expected");
  private static final double POINT = 1e-9;

  private static Items items(ReferenceSurvey survey, int k) {
    return new Items(
        "scale" + k,
        IntStream.rangeClosed(1, k).mapToObj(i -> survey.position("p" + i)).toList(),
        survey.position("s" + k),
        survey.position("q" + k));
  }

  private static Estimate of(ReferenceSurvey survey, Estimator estimator) {
    return ReferenceSurvey.of(survey.sampling("", false, List.of(estimator)), estimator);
  }

  private static String name(int k) {
    return "123456789".substring(0, k);
  }

  @Test
  void alphaEqualsReference() {
    ReferenceSurvey survey = ReferenceSurvey.read("items");
    for (int k : new int[] {9, 4, 2}) {
      Estimate e = of(survey, new Alpha(items(survey, k)));
      ReferenceSurvey.same(EXPECTED, "alpha.items." + name(k), e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "alpha_se.items." + name(k), e.standardError(), POINT);
      assertTrue(e.interval().low() < e.value() && e.interval().high() < 1);
    }
  }

  @Test
  void itemFitEqualsReference() {
    ReferenceSurvey survey = ReferenceSurvey.read("items");
    for (int k : new int[] {9, 4}) {
      for (int i = 0; i < k; i++) {
        String key = ".items." + name(k) + "." + (i + 1);
        Items items = items(survey, k);
        Estimate rest = of(survey, new ItemFit(items, i, ItemFit.Question.ITEM_REST));
        ReferenceSurvey.same(EXPECTED, "rest" + key, rest.value(), POINT);
        Estimate dropped = of(survey, new ItemFit(items, i, ItemFit.Question.ALPHA_IF_DROPPED));
        ReferenceSurvey.same(EXPECTED, "dropped" + key, dropped.value(), POINT);
      }
    }
  }

  /** psych stops its search early. */
  @Test
  void omegaEqualsReference() {
    ReferenceSurvey survey = ReferenceSurvey.read("items");
    for (int k : new int[] {9, 4}) {
      Estimate e = of(survey, new Omega(items(survey, k), false));
      ReferenceSurvey.same(EXPECTED, "omega.items." + name(k), e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "psych.items." + name(k), e.value(), 2e-6);
      ReferenceSurvey.same(EXPECTED, "omega_se.items." + name(k), e.standardError(), POINT);
      Omega omega = new Omega(items(survey, k), false);
      Estimate jackknife = ReferenceSurvey.of(survey.jackknife("", List.of(omega)), omega);
      double without = jackknife.standardError();
      ReferenceSurvey.same(EXPECTED, "omega_jkn.items." + name(k), without, POINT);
      // the two errors agree but for 1/PSUs
      assertEquals(without, e.standardError(), 5e-3 * without);
    }
  }

  /** Alpha of two items is 4c/(v₁ + v₂ + 2c): Spearman-Brown where both vary alike. */
  @Test
  void alphaOfTwoItemsIsTheirCovariance() {
    ReferenceSurvey survey = ReferenceSurvey.read("items");
    Correlation r =
        new Correlation(
            survey.position("p1"), survey.variable("p1"),
            survey.position("p2"), survey.variable("p2"));
    Spread a = new Spread(new Mean(survey.position("p1"), survey.variable("p1")));
    Spread b = new Spread(new Mean(survey.position("p2"), survey.variable("p2")));
    double s1 = of(survey, a).value();
    double s2 = of(survey, b).value();
    double c = of(survey, r).value() * s1 * s2;
    double alpha = of(survey, new Alpha(items(survey, 2))).value();
    assertEquals(4 * c / (s1 * s1 + s2 * s2 + 2 * c), alpha, 1e-12);
  }

  /** Of items that one factor made with equal loadings, alpha and omega are the same. */
  @Test
  void omegaOfEqualLoadingsIsAlpha() {
    double[][] r = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        r[i][j] = i == j ? 1 : .36;
      }
    }
    for (double l : OneFactor.of(r).loadings()) {
      assertEquals(.6, l, 1e-14);
    }
    double[] loadings = {.9, .3, .5, .7};
    double[][] four = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        four[i][j] = i == j ? 1 : loadings[i] * loadings[j];
      }
    }
    double[] found = OneFactor.of(four).loadings();
    for (int i = 0; i < 4; i++) {
      assertEquals(loadings[i], found[i], 1e-12);
    }
  }

  private static Ledger ledger(boolean persons, List<Integer> order, LongUnaryOperator answer) {
    Items items = new Items("made", List.of(0, 1, 2, 3), 4, 5);
    List<Estimator> all = List.of(new Alpha(items), new Omega(items, persons));
    Ledger ledger = new Ledger(new Layout(Map.of(Cell.EVERYBODY, all), persons));
    for (int person : order) {
      Random random = new Random(person);
      long common = random.nextInt(4);
      long[] row = new long[6];
      for (int i = 0; i < 4; i++) {
        row[i] = answer.applyAsLong(common + random.nextInt(3));
        row[4] += row[i];
        row[5] += row[i] * row[i];
      }
      if (person % 17 == 0) {
        java.util.Arrays.fill(row, Missing.MARK);
      }
      long weight = Weight.ONE / 2 + random.nextInt(1 << 30);
      ledger.add(new Stratum("s" + person % 3), "p" + person % 24, "", weight, new int[] {0}, row);
    }
    return ledger;
  }

  private static List<Estimate> made(Ledger ledger, boolean persons) {
    Items items = new Items("made", List.of(0, 1, 2, 3), 4, 5);
    Sampling sampling = ledger.sampling(new Design(true, true, !persons, false, LonelyPsu.FAIL));
    List<Estimate> all = new ArrayList<>();
    for (Estimator e : List.of(new Alpha(items), new Omega(items, persons))) {
      all.add(e.estimate(sampling.of(Cell.EVERYBODY, e)));
    }
    return all;
  }

  @Test
  void orderAndShiftAndDirectionChangeNothing() {
    List<Integer> order = IntStream.range(0, 400).boxed().toList();
    List<Integer> shuffled = new ArrayList<>(order);
    Collections.shuffle(shuffled, new Random(3));
    for (boolean persons : new boolean[] {false, true}) {
      List<Estimate> plain = made(ledger(persons, order, x -> x), persons);
      assertEquals(plain, made(ledger(persons, shuffled, x -> x), persons));
      List<Estimate> turned = made(ledger(persons, order, x -> 7 - x), persons);
      for (int i = 0; i < 2; i++) {
        assertTrue(plain.get(i).value() > .5 && plain.get(i).value() < 1);
        assertEquals(plain.get(i).value(), turned.get(i).value(), 1e-12);
        assertEquals(plain.get(i).standardError(), turned.get(i).standardError(), 1e-11);
      }
      assertEquals(persons, Double.isNaN(plain.get(1).standardError()));
    }
  }

  /** People as PSUs by second moments equals the same people each as a cluster of one. */
  @Test
  void peopleAsUnits() {
    Items items = new Items("made", List.of(0, 1, 2, 3), 4, 5);
    List<Estimate> two = new ArrayList<>();
    for (boolean persons : new boolean[] {true, false}) {
      Alpha alpha = new Alpha(items);
      Ledger ledger = new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(alpha)), persons));
      Random random = new Random(5);
      for (int person = 0; person < 200; person++) {
        long[] row = new long[6];
        long common = random.nextInt(4);
        for (int i = 0; i < 4; i++) {
          row[i] = common + random.nextInt(3);
          row[4] += row[i];
          row[5] += row[i] * row[i];
        }
        ledger.add(new Stratum(""), "p" + person, "", Weight.ONE, new int[] {0}, row);
      }
      Sampling sampling = ledger.sampling(new Design(true, true, !persons, false, LonelyPsu.FAIL));
      two.add(alpha.estimate(sampling.of(Cell.EVERYBODY, alpha)));
    }
    assertEquals(two.get(1).value(), two.get(0).value(), 1e-14);
    assertEquals(two.get(1).standardError(), two.get(0).standardError(), 1e-11);
  }
}
