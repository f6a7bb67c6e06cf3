package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Totals of people, ratios and design effects: against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class DescriptiveTest extends EstimatorContract {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("descriptives-expected");
  private static final double POINT = 1e-9;

  @Override
  SmoothEstimator estimator() {
    return new Ratio(0, X, 1, Y);
  }

  private static Estimate of(ReferenceSurvey survey, Estimator estimator) {
    boolean persons = survey.name.equals("apistrat");
    return ReferenceSurvey.of(survey.sampling("", persons, List.of(estimator)), estimator);
  }

  private static Proportion share(ReferenceSurvey survey, String variable) {
    ProportionInterval interval = ProportionInterval.KORN_GRAUBARD;
    return Proportion.ofCases(survey.position(variable), variable, interval);
  }

  @Test
  void peopleEqualReference() {
    for (String[] c :
        new String[][] {{"apistrat", "awards"}, {"apiclus1", "sch.wide"}, {"nhanes", "HI_CHOL"}}) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimate e = of(survey, new PeopleTotal(share(survey, c[1])));
      ReferenceSurvey.same(EXPECTED, "people." + String.join(".", c), e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "people_se." + String.join(".", c), e.standardError(), POINT);
      assertTrue(e.interval().low() > 0 && e.interval().high() > e.value());
      assertTrue(e.cases() > 0 && e.cases() < e.n());
    }
  }

  @Test
  void ratiosEqualReference() {
    for (String[] c :
        new String[][] {{"apistrat", "api00", "enroll"}, {"apiclus1", "api00", "api99"}}) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimate e = of(survey, ratio(survey, c[1], c[2]));
      ReferenceSurvey.same(EXPECTED, "ratio." + String.join(".", c), e.value(), POINT);
      ReferenceSurvey.same(EXPECTED, "ratio_se." + String.join(".", c), e.standardError(), POINT);
    }
  }

  private static Ratio ratio(ReferenceSurvey survey, String x, String y) {
    return new Ratio(
        survey.position(x), survey.variable(x), survey.position(y), survey.variable(y));
  }

  @Test
  void designEffectsEqualReference() {
    for (String[] c :
        new String[][] {{"apistrat", "api00"}, {"apiclus1", "api00"}, {"apiclus1", "ell"}}) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Mean mean = new Mean(survey.position(c[1]), survey.variable(c[1]));
      Sampling sampling = survey.sampling("", c[0].equals("apistrat"), List.of(mean));
      DomainSums sums = sampling.of(Cell.EVERYBODY, mean);
      Estimate e = DesignEffect.withoutReplacement(mean.estimate(sums), sums);
      ReferenceSurvey.same(EXPECTED, "deff_wor." + String.join(".", c), e.value(), POINT);
    }
  }

  /** The other way round turns the ratio over and keeps its relative error. */
  @Test
  void aRatioTurnsOver() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimate there = of(survey, ratio(survey, "api00", "enroll"));
    Estimate back = of(survey, ratio(survey, "enroll", "api00"));
    assertEquals(1, there.value() * back.value(), 1e-12);
    assertEquals(there.standardError() / there.value(), back.standardError() / back.value(), 1e-12);
    assertEquals(1, there.interval().low() * back.interval().high(), 1e-9);
  }

  /** Weights that add up to the sample leave nobody who was not asked. */
  @Test
  void withoutAPopulationThereIsNoSuchEffect() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Mean mean = new Mean(survey.position("api00"), survey.variable("api00"));
    DomainSums sums = survey.unweighted(List.of(mean)).of(Cell.EVERYBODY, mean);
    Estimate e = DesignEffect.withoutReplacement(mean.estimate(sums), sums);
    assertTrue(Double.isNaN(e.value()));
  }

  /** n Σw²/(Σw)², against sums over the rows, for clusters and for people as PSUs. */
  @Test
  void theEffectOfUnequalWeightsIsThatOfTheRows() {
    for (String name : new String[] {"apistrat", "nhanes"}) {
      ReferenceSurvey survey = ReferenceSurvey.read(name);
      List<Estimator> none = List.of();
      double kish =
          DesignEffect.ofWeights(survey.sampling("", name.equals("apistrat"), none)).value();
      double[] weights = survey.weights();
      double sum = 0;
      double squares = 0;
      for (double w : weights) {
        sum += w;
        squares += w * w;
      }
      assertEquals(weights.length * squares / (sum * sum), kish, 1e-9);
      assertTrue(kish > 1);
    }
  }
}
