package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Compared.class)
class SpreadTest extends EstimatorContract {
  private static final Map<String, Double> EXPECTED = ReferenceSurvey.expected();
  private static final List<List<String>> CASES =
      List.of(
          List.of("apistrat", "api00"),
          List.of("apistrat", "enroll"),
          List.of("apiclus1", "api00"),
          List.of("apiclus1", "ell"));

  @Override
  SmoothEstimator estimator() {
    return new Spread(new Mean(0, X));
  }

  private static Estimate made(ReferenceSurvey survey, Estimator estimator, boolean persons) {
    return ReferenceSurvey.of(survey.sampling("", persons, List.of(estimator)), estimator);
  }

  @Test
  void deviationsEqualReference() {
    for (List<String> c : CASES) {
      ReferenceSurvey survey = ReferenceSurvey.read(c.get(0));
      String name = c.get(1);
      Estimator spread = new Spread(new Mean(survey.position(name), survey.variable(name)));
      Estimate e = made(survey, spread, c.get(0).equals("apistrat"));
      ReferenceSurvey.same(EXPECTED, "sd." + String.join(".", c), e.value(), 1e-9);
      ReferenceSurvey.same(EXPECTED, "sd_se." + String.join(".", c), e.standardError(), 1e-9);
    }
  }

  @Test
  void quantilesEqualReference() {
    for (List<String> c : CASES) {
      ReferenceSurvey survey = ReferenceSurvey.read(c.get(0));
      for (int percent : new int[] {25, 50, 75}) {
        Quantile quantile =
            new Quantile(survey.position(c.get(1)), survey.variable(c.get(1)), percent);
        for (boolean persons :
            c.get(0).equals("apistrat") ? new boolean[] {true, false} : new boolean[] {false}) {
          Estimate e = made(survey, quantile, persons);
          String share = percent == 50 ? "0.5" : "0." + percent;
          String key = "quantile." + share + "." + String.join(".", c);
          ReferenceSurvey.same(EXPECTED, key + ".value", e.value(), 1e-9);
          ReferenceSurvey.same(EXPECTED, key + ".low", e.interval().low(), 1e-9);
          ReferenceSurvey.same(EXPECTED, key + ".high", e.interval().high(), 1e-9);
          ReferenceSurvey.same(EXPECTED, key + ".se", e.standardError(), 1e-9);
        }
      }
    }
  }

  /** Half of the people of a symmetric share table lie on each side of its median. */
  @Test
  void theSmallerSideIsCounted() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    Quantile low = new Quantile(survey.position("api00"), survey.variable("api00"), 1);
    assertEquals(1, made(survey, low, true).n(), 3);
  }
}
