package org.caretally.app;

import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 908 carers with answers missing here and there, against R: who counts, means by hours of care,
 * correlations.
 */
class CarersTest {
  private static final Comparison COMPARISON = new Comparison("carers-efc");
  private static final int PEOPLE = 908;
  private static final Map<String, String> MEASURES =
      Map.of(
          "c12hour", "care_hours",
          "c160age", "age",
          "neg_c_7", "negative_impact",
          "quol_5", "quality_of_life5.total",
          "barthtot", "barthel");

  @TempDir static Path folder;

  private static JsonNode reference;
  private static RealStudy.Tables tables;

  @BeforeAll
  static void run() throws IOException {
    RealStudy study = RealStudy.in(folder, "carers-efc");
    reference = study.reference();
    tables = study.runUnrounded("study.yml");
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  @Test
  void onlyThoseWhoAnswered() {
    MEASURES.forEach(
        (column, measure) ->
            COMPARISON.count(
                column + " n",
                PEOPLE - reference.get("missing").get(column).asInt(),
                tables.estimate("", "", measure).get("n")));
    COMPARISON.count(
        "six questions n",
        reference.get("alpha_six_negative_items").get("n").asInt(),
        tables.estimate("", "", "carer_burden6.total").get("n"));
  }

  @Test
  void shareOfLowQualityOfLife() {
    JsonNode low = reference.get("quol_5_below_13");
    CSVRecord r = tables.estimate("", "", "quality_of_life5.total:below_13");
    COMPARISON.count("quol_5 below 13 n", low.get("n").asInt(), r.get("n"));
    double share = low.get("k").asDouble() / low.get("n").asDouble();
    COMPARISON.close("quol_5 below 13", share, r, "estimate", POINT);
  }

  @Test
  void qualityOfLifeByHoursOfCare() {
    Map<String, String> levels =
        Map.of(
            "<=20", "20 or fewer", "21-40", "21 to 40", "41-80", "41 to 80", "81-168", "Over 80");
    levels.forEach(
        (group, level) -> {
          JsonNode g = reference.get("by_hours").get(group);
          CSVRecord r = tables.estimate("care_hours", level, MEASURES.get("quol_5"));
          double n = g.get("n").asDouble();
          COMPARISON.count(group + " n", g.get("n").asInt(), r.get("n"));
          COMPARISON.close(group, g.get("mean").asDouble(), r, "estimate", POINT);
          // The size of a group is a matter of chance too: its factor is that of all people, not of
          // the group.
          double own = g.get("sd").asDouble() * Math.sqrt((n - 1) / n) / Math.sqrt(n);
          COMPARISON.close(group, own * Math.sqrt(PEOPLE / (PEOPLE - 1.0)), r, "std_error", POINT);
        });
  }

  /** Welch's t from two published means and their standard errors. */
  @Test
  void differenceBetweenMenAndWomen() {
    CSVRecord men = tables.estimate("sex", "male", MEASURES.get("quol_5"));
    CSVRecord women = tables.estimate("sex", "female", MEASURES.get("quol_5"));
    double apart =
        Double.parseDouble(men.get("estimate")) - Double.parseDouble(women.get("estimate"));
    double t = apart / Math.sqrt(ownVariance(men) + ownVariance(women));
    double expected = reference.get("welch_quol_by_sex").get("t").asDouble();
    COMPARISON.close("Welch t", expected, t, POINT);
  }

  private static double ownVariance(CSVRecord r) {
    double n = Double.parseDouble(r.get("n"));
    double se = Double.parseDouble(r.get("std_error"));
    return se * se * (PEOPLE - 1.0) / PEOPLE * n / (n - 1);
  }

  @Test
  void correlations() {
    int compared = 0;
    for (JsonNode c : reference.get("correlations")) {
      String x = c.get("x").asString();
      String y = c.get("y").asString();
      CSVRecord r = tables.correlation("", "", MEASURES.get(x), MEASURES.get(y));
      COMPARISON.count(x + " " + y + " n", c.get("n").asInt(), r.get("n"));
      COMPARISON.close(x + " " + y, c.get("pearson").asDouble(), r, "estimate", POINT);
      compared++;
    }
    assertEquals(4, compared);
  }
}
