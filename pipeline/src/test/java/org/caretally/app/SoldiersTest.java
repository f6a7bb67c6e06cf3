package org.caretally.app;

import static org.caretally.app.Comparison.LIMIT;
import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Soldiers of 99 companies: companies are the clusters and matter much, against R survey. */
class SoldiersTest {
  private static final Comparison COMPARISON = new Comparison("soldiers-bh1996");

  @TempDir static Path folder;

  private static JsonNode reference;
  private static RealStudy.Tables tables;
  private static RealStudy.Tables leadership;

  @BeforeAll
  static void run() throws IOException {
    RealStudy study = RealStudy.in(folder, "soldiers-bh1996");
    reference = study.reference();
    tables = study.runUnrounded("study.yml");
    leadership = study.runUnrounded("study-leadership.yml");
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  @Test
  void meanOfWorkingHours() {
    JsonNode hours = reference.get("means").get(1);
    assertEquals("HRS", hours.get("var").asString());
    CSVRecord r = tables.estimate("", "", "hours");
    COMPARISON.count("n", reference.get("n").asInt(), r.get("n"));
    COMPARISON.count("df", reference.get("design_df").asInt(), r.get("df"));
    COMPARISON.close("hours", hours.get("mean").asDouble(), r, "estimate", POINT);
    COMPARISON.close("hours", hours.get("se_cluster").asDouble(), r, "std_error", POINT);
    COMPARISON.close("hours", hours.get("deff").asDouble(), r, "deff", POINT);
    double alone =
        Double.parseDouble(r.get("std_error")) / Math.sqrt(Double.parseDouble(r.get("deff")));
    double expected = hours.get("se_srs").asDouble();
    COMPARISON.close("hours without clusters", expected, alone, POINT);
  }

  @Test
  void shareOfLongDays() {
    JsonNode share = reference.get("hours12plus");
    CSVRecord r = tables.estimate("", "", "long_day.hours:twelve_plus");
    COMPARISON.close("12 and over", share.get("estimate").asDouble(), r, "estimate", POINT);
    COMPARISON.close("12 and over", share.get("kg_lo").asDouble(), r, "ci_low", LIMIT);
    COMPARISON.close("12 and over", share.get("kg_hi").asDouble(), r, "ci_high", LIMIT);
  }

  @Test
  void leadershipAndWorkingHours() {
    JsonNode second = reference.get("bhr2000");
    CSVRecord r = leadership.correlation("", "", "leadership11.mean", "hours");
    COMPARISON.count("bhr2000 n", second.get("n").asInt(), r.get("n"));
    COMPARISON.close("bhr2000", second.get("r_hours").asDouble(), r, "estimate", POINT);
  }
}
