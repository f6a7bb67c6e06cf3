package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Compared.class)
class DifferenceTest {
  private static final Map<String, Double> EXPECTED = ReferenceSurvey.expected();
  private static final double POINT = 1e-9;

  private static Estimator mean(ReferenceSurvey survey) {
    return new Mean(survey.position("api00"), survey.variable("api00"));
  }

  private static Estimator share(ReferenceSurvey survey, String variable) {
    ProportionInterval interval = ProportionInterval.KORN_GRAUBARD;
    return Proportion.ofCases(survey.position(variable), variable, interval);
  }

  private static List<DomainSums> levels(
      Sampling sampling, String group, Estimator measure, int... levels) {
    List<DomainSums> sums = new ArrayList<>();
    for (int level : levels) {
      sums.add(sampling.of(new Cell(group, Integer.toString(level)), measure));
    }
    return sums;
  }

  private static int[] others(int level, int count) {
    return java.util.stream.IntStream.range(0, count).filter(i -> i != level).toArray();
  }

  private static void check(String key, List<Estimate> made) {
    for (Estimate e : made) {
      String what =
          switch (e.statistic()) {
            case "prevalence_ratio" -> "ratio";
            case "odds_ratio" -> "odds";
            case "cohens_d" -> "d";
            default -> "diff";
          };
      ReferenceSurvey.same(EXPECTED, what + "." + key, e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, what + ".se." + key, e.standardError(), POINT);
    }
  }

  @Test
  void schoolsEqualReference() {
    for (String name : List.of("apistrat", "apiclus1")) {
      ReferenceSurvey survey = ReferenceSurvey.read(name);
      Estimator mean = mean(survey);
      Estimator share = share(survey, "sch.wide");
      boolean persons = name.equals("apistrat");
      Sampling sampling = survey.sampling("stype", persons, List.of(mean, share));
      for (int level = 0; level < 3; level++) {
        for (Estimator measure : List.of(mean, share)) {
          List<Estimate> made =
              Difference.of(
                  measure,
                  levels(sampling, "stype", measure, level),
                  levels(sampling, "stype", measure, others(level, 3)));
          assertEquals(measure == mean ? 2 : 3, made.size());
          String variable = measure == mean ? "api00" : "sch.wide";
          check(name + "." + variable + "." + level + "_rest", made);
        }
      }
      check(
          name + ".api00.0_1",
          Difference.of(
              mean, levels(sampling, "stype", mean, 0), levels(sampling, "stype", mean, 1)));
      check(
          name + ".sch.wide.0_2",
          Difference.of(
              share, levels(sampling, "stype", share, 0), levels(sampling, "stype", share, 2)));
    }
  }

  @Test
  void peopleEqualReference() {
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    Estimator share = share(survey, "HI_CHOL");
    Sampling sampling = survey.sampling("race", false, List.of(share));
    for (int level = 0; level < 4; level++) {
      List<DomainSums> rest = levels(sampling, "race", share, others(level, 4));
      check(
          "nhanes.HI_CHOL." + level + "_rest",
          Difference.of(share, levels(sampling, "race", share, level), rest));
    }
  }

  @Test
  void raoScottEqualsReference() {
    String[][] cases = {
      {"apistrat", "stype", "sch.wide"},
      {"apiclus1", "stype", "sch.wide"},
      {"apiclus1", "stype", "awards"},
      {"nhanes", "race", "HI_CHOL"},
      {"nhanes", "agecat", "HI_CHOL"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimator share = share(survey, c[2]);
      Sampling sampling = survey.sampling(c[1], c[0].equals("apistrat"), List.of(share));
      int count = (int) survey.variable(c[1]).max() + 1;
      RaoScott.Result result = RaoScott.of(levels(sampling, c[1], share, others(-1, count)));
      String key = "raoscott." + String.join(".", c);
      ReferenceSurvey.same(EXPECTED, key + ".F", result.f(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".ndf", result.numerator(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".ddf", result.denominator(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".p", result.pValue(), 1e-8);
    }
  }

  @Test
  void trendsEqualReference() {
    String[][] cases = {
      {"apistrat", "api00", "stype"},
      {"apistrat", "sch.wide", "stype"},
      {"apiclus1", "api00", "stype"},
      {"apiclus1", "sch.wide", "stype"},
      {"nhanes", "HI_CHOL", "agecat"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimator measure = c[1].equals("api00") ? mean(survey) : share(survey, c[1]);
      Sampling sampling = survey.sampling(c[2], c[0].equals("apistrat"), List.of(measure));
      int count = (int) survey.variable(c[2]).max() + 1;
      Estimate e = Trend.of(measure, levels(sampling, c[2], measure, others(-1, count)));
      ReferenceSurvey.same(EXPECTED, "trend." + String.join(".", c), e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "trend_se." + String.join(".", c), e.standardError(), POINT);
    }
  }

  /** Over two groups the trend is their difference. */
  @Test
  void aTrendOverTwoGroupsIsTheirDifference() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimator mean = mean(survey);
    Sampling sampling = survey.sampling("stype", false, List.of(mean));
    List<DomainSums> two = levels(sampling, "stype", mean, 0, 2);
    Estimate trend = Trend.of(mean, two);
    Estimate difference = Difference.of(mean, two.subList(1, 2), two.subList(0, 1)).get(0);
    assertEquals(difference.value(), trend.value(), 1e-11);
    assertEquals(difference.standardError(), trend.standardError(), 1e-11);
    assertEquals(difference.pValue(), trend.pValue(), 1e-11);
    assertEquals(difference.df(), trend.df());
  }

  /** The other way round changes signs and turns ratios over, and nothing else. */
  @Test
  void turnsRound() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimator mean = mean(survey);
    Estimator share = share(survey, "awards");
    Sampling sampling = survey.sampling("stype", false, List.of(mean, share));
    for (Estimator measure : List.of(mean, share)) {
      List<DomainSums> a = levels(sampling, "stype", measure, 0);
      List<DomainSums> b = levels(sampling, "stype", measure, 1, 2);
      List<Estimate> there = Difference.of(measure, a, b);
      List<Estimate> back = Difference.of(measure, b, a);
      assertEquals(there.get(0).value(), -back.get(0).value(), 1e-12);
      assertEquals(there.get(0).standardError(), back.get(0).standardError(), 1e-12);
      assertEquals(there.get(0).pValue(), back.get(0).pValue(), 1e-12);
      for (Estimate e : there.subList(1, measure == mean ? 1 : 3)) {
        Estimate other = back.get(there.indexOf(e));
        assertEquals(1, e.value() * other.value(), 1e-12);
        assertEquals(1, e.interval().low() * other.interval().high(), 1e-9);
      }
    }
  }

  /** People as PSUs by second moments equals the same people each as a cluster of one. */
  @Test
  void peopleAsUnits() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    Estimator mean = mean(survey);
    List<Estimate> moments = compared(survey, mean, true);
    List<Estimate> units = compared(survey, mean, false);
    for (int i = 0; i < moments.size(); i++) {
      double se = units.get(i).standardError();
      assertEquals(se, moments.get(i).standardError(), 1e-10 * se);
      assertEquals(units.get(i).df(), moments.get(i).df());
    }
  }

  private static List<Estimate> compared(ReferenceSurvey survey, Estimator mean, boolean persons) {
    Sampling sampling = survey.sampling("awards", persons, List.of(mean));
    return Difference.of(
        mean, levels(sampling, "awards", mean, 0), levels(sampling, "awards", mean, 1));
  }

  /** A design with one group throughout has no covariance; shared PSUs have one. */
  @Test
  void covarianceCounts() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimator mean = mean(survey);
    Sampling sampling = survey.sampling("stype", false, List.of(mean));
    List<DomainSums> a = levels(sampling, "stype", mean, 0);
    List<DomainSums> b = levels(sampling, "stype", mean, 2);
    double together = Difference.of(mean, a, b).get(0).standardError();
    double one = mean.estimate(a.get(0)).standardError();
    double two = mean.estimate(b.get(0)).standardError();
    assertTrue(together < 0.95 * Math.hypot(one, two));
  }

  @Test
  void holm() {
    double[] p = {0.01, Double.NaN, 0.04, 0.03};
    double[] adjusted = Holm.adjusted(p);
    assertEquals(0.03, adjusted[0], 1e-15);
    assertTrue(Double.isNaN(adjusted[1]));
    assertEquals(0.06, adjusted[2], 1e-15);
    assertEquals(0.06, adjusted[3], 1e-15);
  }
}
