package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Compared.class)
class IntervalTest {
  private static final List<ProportionInterval> IN_R =
      List.of(
          ProportionInterval.BETA,
          ProportionInterval.XLOGIT,
          ProportionInterval.ASIN,
          ProportionInterval.MEAN);

  private static Estimate share(String[] what, ProportionInterval interval) {
    ReferenceSurvey survey = ReferenceSurvey.read(what[0]);
    Estimator share = Proportion.ofCases(survey.position(what[1]), what[1], interval);
    boolean persons = what[0].equals("apistrat");
    return ReferenceSurvey.of(survey.sampling("", persons, List.of(share)), share);
  }

  @Test
  void equalsReference() {
    Map<String, Double> expected = ReferenceSurvey.expected();
    String[][] all = {{"apistrat", "sch.wide"}, {"apiclus1", "awards"}, {"nhanes", "HI_CHOL"}};
    for (String[] what : all) {
      for (ProportionInterval interval : IN_R) {
        Estimate e = share(what, interval);
        String key = "interval." + interval.id() + "." + what[0] + "." + what[1];
        ReferenceSurvey.same(expected, key + ".low", e.interval().low(), 1e-9);
        ReferenceSurvey.same(expected, key + ".high", e.interval().high(), 1e-9);
      }
      Estimate e = share(what, ProportionInterval.LIKELIHOOD);
      String key = what[0] + "." + what[1];
      String exact = "interval.exact_likelihood." + key;
      ReferenceSurvey.same(expected, exact + ".low", e.interval().low(), 1e-9);
      ReferenceSurvey.same(expected, exact + ".high", e.interval().high(), 1e-9);
      // R interpolates its profile of the likelihood between ten points
      String drawn = "interval.likelihood." + key;
      ReferenceSurvey.same(expected, drawn + ".low", e.interval().low(), 2e-5);
      ReferenceSurvey.same(expected, drawn + ".high", e.interval().high(), 2e-5);
    }
  }

  /** Both limits have the scaled deviance that the quantile of t allows, to the last digits. */
  @Test
  void likelihoodLimitsSolveTheirEquation() {
    Share share = new Share(0.07, 0.0004, 300, 18);
    Interval interval = ProportionInterval.LIKELIHOOD.of(share);
    double size = 0.07 * 0.93 / 0.0004;
    double t = Quantiles.t975(18);
    for (double limit : new double[] {interval.low(), interval.high()}) {
      double far = 0.07 * Math.log(0.07 / limit) + 0.93 * Math.log(0.93 / (1 - limit));
      assertEquals(t * t * 300 / 299, 2 * size * far, 1e-9);
    }
    assertTrue(interval.low() < 0.07 && interval.high() > 0.07);
  }

  @Test
  void limitsMirrorForTheOthers() {
    for (ProportionInterval interval : ProportionInterval.values()) {
      Interval some = interval.of(new Share(0.1, 0.0005, 200, 20));
      Interval others = interval.of(new Share(0.9, 0.0005, 200, 20));
      assertEquals(some.low(), 1 - others.high(), 1e-9, interval.id());
      assertEquals(some.high(), 1 - others.low(), 1e-9, interval.id());
    }
  }

  @Test
  void onlyKornGraubardIsDefinedAtTheEnds() {
    for (ProportionInterval interval : ProportionInterval.values()) {
      boolean defined = !Double.isNaN(interval.of(new Share(0, 0, 50, 10)).high());
      assertEquals(interval == ProportionInterval.KORN_GRAUBARD, defined, interval.id());
    }
  }
}
