package org.caretally.app;

import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A raw export with 49 spellings of gender and an age of 99999999999, against R. */
class OsmiTest {
  private static final Comparison COMPARISON = new Comparison("osmi-2014-2016");

  @TempDir static Path folder;

  private static RealStudy study;
  private static JsonNode reference;
  private static RealStudy.Tables tables;

  @BeforeAll
  static void run() throws IOException {
    study = RealStudy.in(folder, "osmi-2014-2016");
    reference = study.reference().get("2014");
    tables = study.runUnrounded("study.yml");
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  private static CSVRecord quality(Path tables, String check, String label) throws IOException {
    List<CSVRecord> rows =
        Runs.table(tables.resolve("quality.csv")).stream()
            .filter(r -> r.get("check").equals(check) && r.get("label").equals(label))
            .toList();
    assertEquals(1, rows.size(), check + " " + label);
    return rows.get(0);
  }

  @Test
  void shareOfThoseTreatedByTranslatedGender() {
    share("", "", reference.get("treatment"));
    share("gender", "male", reference.get("treatment_male_spelling"));
    share("gender", "female", reference.get("treatment_female_spelling"));
    int others = reference.get("gender").get("counts").get("other text").asInt();
    CSVRecord other = tables.estimate("gender", "other", "sought_treatment.ever:said_yes");
    COMPARISON.count("other texts", others, other.get("n"));
  }

  private static void share(String domain, String level, JsonNode expected) {
    CSVRecord r = tables.estimate(domain, level, "sought_treatment.ever:said_yes");
    COMPARISON.count(level + " n", expected.get("n").asInt(), r.get("n"));
    COMPARISON.close(level, expected.get("estimate").asDouble(), r, "estimate", POINT);
  }

  @Test
  void agesThatCannotBeAreNoAnswers() throws IOException {
    JsonNode age = reference.get("age");
    CSVRecord r = tables.estimate("", "", "age");
    COMPARISON.count("age n", age.get("valid").asInt(), r.get("n"));
    COMPARISON.close("age", age.get("mean").asDouble(), r, "estimate", POINT);
    // those without an age stay in the sample: the age is a mean of a domain, as in R's survey
    double n = age.get("valid").asDouble();
    double all = reference.get("rows").asDouble();
    double error =
        age.get("sd").asDouble() / Math.sqrt(n) * Math.sqrt(all / (all - 1) * (n - 1) / n);
    COMPARISON.close("age error", error, r, "std_error", POINT);
    Path files = study.folder().resolveSibling("reports-study.yml").resolve("osmi-2014/tables");
    assertEquals(
        age.get("invalid").asString(), quality(files, "outside", "Age in years").get("count"));
    String others = reference.get("gender").get("counts").get("other text").asString();
    assertEquals(others, quality(files, "other", "Gender").get("count"));
  }

  @Test
  void levelsAreMerged() {
    JsonNode sizes = reference.get("employer_size_raw");
    int small = sizes.get("1-5").asInt() + sizes.get("6-25").asInt();
    CSVRecord r = tables.estimate("employer", "Up to 25", "sought_treatment.ever:said_yes");
    COMPARISON.count("small employers", small, r.get("n"));
  }

  /** 72 spellings by a table in a file; rows set aside, each for its first reason. */
  @Test
  void employeesOf2016() throws IOException {
    JsonNode raw = study.reference().get("2016");
    study.runUnrounded("study-2016.yml");
    Path report = study.folder().resolveSibling("reports-study-2016.yml").resolve("osmi-2016");
    long read = 0;
    long others = 0;
    for (CSVRecord row : Runs.table(report.resolve("tables/flow.csv"))) {
      long rows = Long.parseLong(row.get("rows"));
      read += row.get("kind").equals("read") ? rows : 0;
      others += row.get("kind").equals("read") ? 0 : rows;
    }
    assertEquals(raw.get("rows").asInt(), read);
    assertEquals(read, others);
    String impossible =
        quality(report.resolve("tables"), "impossible", "Impossible value").get("count");
    assertEquals(raw.get("age").get("invalid").asString(), impossible);
    List<String> aside = Files.readAllLines(report.resolve("private/set-aside.csv"));
    long selfEmployed = aside.stream().filter(l -> l.endsWith(",not_eligible")).count();
    assertTrue(selfEmployed <= raw.get("self_employed_raw").get("1").asInt());
    String html = Files.readString(report.resolve("report.html"));
    assertTrue(html.contains("Data quality") && html.contains("Self-employed"), "quality");
    assertFalse(html.contains("unicorn") || html.contains("drop down question"), "a free text");
  }
}
