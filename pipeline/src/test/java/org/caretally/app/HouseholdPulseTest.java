package org.caretally.app;

import static org.caretally.app.Comparison.LIMIT;
import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 69,944 people with a weight each and nothing else, so that every person is a cluster, against R
 * survey.
 */
class HouseholdPulseTest {
  private static final Comparison COMPARISON = new Comparison("household-pulse-week21");

  @TempDir static Path folder;

  private static JsonNode reference;
  private static RealStudy.Tables tables;

  @BeforeAll
  static void run() throws IOException {
    RealStudy study = RealStudy.in(folder, "household-pulse-week21");
    reference = study.reference();
    tables = study.run("study.yml");
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  /**
   * R threw away those who did not answer before it made the design, so its sample is the n of the
   * row; here the whole sample stays. One stratum of people: the variances differ by the factor n /
   * (n - 1) of each, and nothing else.
   */
  @Test
  void prevalences() {
    Map<String, String> measures =
        Map.of("anx", "gad2.total:screen_positive", "dep", "phq2.total:screen_positive");
    double all = reference.get("waves").get(0).get("rows").asDouble();
    int compared = 0;
    for (JsonNode p : reference.get("prevalence")) {
      String what = p.get("outcome").asString();
      if (measures.containsKey(what)) {
        CSVRecord r = tables.estimate("", "", measures.get(what));
        double n = p.get("n").asDouble();
        double factor = Math.sqrt((n - 1) / n * all / (all - 1));
        double estimate = p.get("estimate").asDouble();
        double se = p.get("se_weights_only").asDouble();
        COMPARISON.count(what + " n", p.get("n").asInt(), r.get("n"));
        COMPARISON.close(what, estimate, r, "estimate", POINT);
        COMPARISON.close(what, se * factor, r, "std_error", POINT);
        double wider = factor * t(all - 1) / t(n - 1);
        limit(what, p.get("logit_lo").asDouble(), estimate, wider, r, "ci_low");
        limit(what, p.get("logit_hi").asDouble(), estimate, wider, r, "ci_high");
        compared++;
      }
    }
    assertEquals(measures.size(), compared);
  }

  /** The limit lies further from the estimate by a factor, on the logit scale. */
  private static void limit(
      String what, double limit, double estimate, double wider, CSVRecord r, String column) {
    double x = logit(estimate) + wider * (logit(limit) - logit(estimate));
    COMPARISON.close(what, 1 / (1 + Math.exp(-x)), r, column, LIMIT);
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static double t(double df) {
    return TDistribution.of(df).inverseCumulativeProbability(0.975);
  }

  @Test
  void correlation() {
    double expected = reference.get("waves").get(0).get("weighted_r_gad2_phq2").asDouble();
    CSVRecord r = tables.correlation("", "", "gad2.total", "phq2.total");
    COMPARISON.close("GAD-2 and PHQ-2", expected, r, "estimate", POINT);
  }
}
