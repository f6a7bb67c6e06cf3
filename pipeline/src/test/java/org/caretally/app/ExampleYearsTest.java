package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.caretally.study.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example: what its README says was planted is found, and next year can begin. */
class ExampleYearsTest {
  @TempDir static Path folder;

  private static Path report;
  private static List<CSVRecord> changes;

  @BeforeAll
  static void run() throws IOException {
    Path example = Runs.ROOT.resolve("data/example");
    Path study = folder.resolve("example");
    Runs.copy(example, study);
    Files.writeString(
        study.resolve("benchmarks.csv"),
        "instrument,scale,cutoff,value,ci_low,ci_high,source,year,population\n"
            + "phq9,total,10,12%,11%,13%,A made-up survey,2020,Nobody\n"
            + "phq9,total,screen_positive,0.23,,,Another made-up survey,2021,Nobody\n"
            + "phq9,total,12,0.2,,,A third,2021,Nobody\n"
            + "gad2,total,3,0.2,,,A fourth,2021,Nobody\n");
    Path file = study.resolve("study.yml");
    Files.writeString(
        file,
        Files.readString(file)
            + "comparators: [benchmarks.csv]\n"
            + "dispositions:\n"
            + "  2025: {complete: 600, partial: 30, refusal: 100, non_contact: 200, other: 20,"
            + " unknown: 50, e: 0.5}\n"
            + "  2026: {complete: 640, partial: 30, refusal: 330}\n");
    Runs.Result run =
        Runs.command("run", file.toString(), "--quiet", "--out", folder.resolve("out").toString());
    assertEquals(0, run.exit(), run.err());
    report = Path.of(run.out().strip()).getParent();
    changes = Runs.table(report.resolve("tables/changes.csv"));
  }

  private static CSVRecord change(String measure, String from, String wave, String statistic) {
    return changes.stream()
        .filter(r -> r.get("domain").isEmpty() && r.get("measure").equals(measure))
        .filter(r -> r.get("from").equals(from) && r.get("wave").equals(wave))
        .filter(r -> r.get("statistic").endsWith(statistic))
        .findFirst()
        .orElseThrow();
  }

  private static void found(
      String measure, String from, String wave, String statistic, String result, String meaning) {
    CSVRecord r = change(measure, from, wave, statistic);
    assertEquals(result, r.get("result"), measure + from);
    assertEquals(meaning, r.get("meaning"), measure + from);
  }

  @Test
  void plantedChangesAreFound() {
    found("cbi.work", "2024", "2025", "_change", "higher", "worse");
    found("cbi.work", "2025", "2026", "_change", "lower", "better");
    found("cbi.work", "2024", "2026", "quadratic_trend", "bends downwards", "");
    String burnout = "cbi.work:burnout_50";
    found(burnout, "2024", "2025", "_change", "higher", "worse");
    found(burnout, "2025", "2026", "_change", "lower", "better");
    String supervision = "context_core.supervision:at_least_monthly";
    found(supervision, "2024", "2025", "_change", "higher", "better");
    found(supervision, "2025", "2026", "_change", "higher", "better");
    found(supervision, "2024", "2026", "linear_trend", "rises", "better");
    assertTrue(change(burnout, "2025", "2026", "_change").get("family").contains("Holm"));
  }

  @Test
  void whatWasNotPlantedIsNotFound() {
    for (String measure : List.of("phq9.total", "phq9.total:screen_positive")) {
      found(measure, "2024", "2025", "_change", "no clear change", "");
      found(measure, "2025", "2026", "_change", "no clear change", "");
      found(measure, "2024", "2026", "linear_trend", "no clear trend", "");
      found(measure, "2024", "2026", "quadratic_trend", "no clear bend", "");
    }
  }

  @Test
  void theReportSaysWhatTheTestsSay() throws IOException {
    String html = Files.readString(report.resolve("report.html"));
    assertTrue(html.contains("is lower than in 2025, by"), "change in words");
    assertTrue(html.contains("which is better"), "good or bad");
    assertFalse(html.contains("95% intervals of two waves do not meet"), "no overlap rule");
  }

  /** The same agencies answer: taken for fresh samples the error would be another. */
  @Test
  void theCovarianceOfAgenciesIsUsed() throws IOException {
    List<CSVRecord> estimates = Runs.table(report.resolve("tables/estimates.csv"));
    double fresh = 0;
    for (CSVRecord r : estimates) {
      boolean here = r.get("domain").isEmpty() && r.get("measure").equals("cbi.work");
      if (here && !r.get("wave").equals("2024")) {
        fresh += Math.pow(Double.parseDouble(r.get("std_error")), 2);
      }
    }
    double made =
        Double.parseDouble(change("cbi.work", "2025", "2026", "_change").get("std_error"));
    assertTrue(made < 0.8 * Math.sqrt(fresh), made + " and " + Math.sqrt(fresh));
  }

  @Test
  void comparatorsStandOnlyBesideTheirLike() throws IOException {
    List<CSVRecord> rows = Runs.table(report.resolve("tables/comparators.csv"));
    assertEquals(
        List.of("yes", "yes", "no", "no"), rows.stream().map(r -> r.get("matched")).toList());
    assertEquals("higher here", rows.get(0).get("relation"));
    assertEquals("0.12", rows.get(0).get("comparator"));
    assertEquals("2026", rows.get(0).get("wave"));
    assertEquals("no clear difference", rows.get(1).get("relation"));
    assertTrue(rows.get(2).get("reason").contains("another cut-off"), rows.get(2).get("reason"));
    assertEquals("", rows.get(2).get("estimate"));
    assertTrue(rows.get(3).get("reason").contains("does not use the instrument"));
    String html = Files.readString(report.resolve("report.html"));
    assertTrue(html.contains("Beside 2 published results: 1 higher here"), "figure");
  }

  @Test
  void responseRatesAreThoseOfTheDefinitions() throws IOException {
    List<String> rates =
        Runs.table(report.resolve("tables/response.csv")).stream()
            .map(r -> r.get("wave") + r.get("rate") + "=" + r.get("value"))
            .toList();
    assertTrue(
        rates.containsAll(
            List.of(
                "2025RR1=0.60",
                "2025RR2=0.63",
                "2025RR3=0.62",
                "2025RR4=0.65",
                "2025RR5=0.63",
                "2025RR6=0.66",
                "2026RR1=0.64",
                "2026RR2=0.67")),
        rates.toString());
  }

  @Test
  void aReportComparedWithItselfHasNoDifference() throws IOException {
    Path out = folder.resolve("compared");
    Runs.Result run =
        Runs.command("compare", report.toString(), report.toString(), "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains(" results compared, 0 clearly higher or lower"), run.out());
    String html = Files.readString(out.resolve("compare.html"));
    assertTrue(html.indexOf("What can be compared") < html.indexOf("Differences"), "order");
    assertTrue(html.contains("taken for independent"), "assumption");
    List<CSVRecord> rows = Runs.table(out.resolve("tables/compare.csv"));
    assertTrue(rows.stream().allMatch(r -> r.get("result").equals("no clear difference")));
    assertTrue(
        rows.stream().noneMatch(r -> r.get("group").equals("Profession, Peer support worker")));
  }

  @Test
  void nextYearBeginsWithTheResolvedStudy() throws IOException {
    Path next = Files.createDirectories(folder.resolve("next"));
    Path resolved = report.resolve("resolved-config.yml");
    assertFalse(Files.readString(resolved).contains(folder.toString()), "a path");
    List<String> lines = Files.readAllLines(Runs.ROOT.resolve("data/example/survey.csv"));
    StringBuilder export = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      String line = lines.get(i);
      export.append(
          i == 0
              ? line.replace("phq9_9", "phq9_09") + ",remote_work\n"
              : line.replace("Therapist", "Chaplain") + ",yes\n");
    }
    Files.writeString(next.resolve("new.csv"), export);
    Path study = next.resolve("study.yml");
    Runs.Result run =
        Runs.command("init", "--from", resolved.toString(), next.resolve("new.csv").toString());
    assertEquals(0, run.exit(), run.err() + run.out());
    assertTrue(run.out().contains("\"phq9_9\""), run.out());
    assertTrue(run.out().contains("renamed? closest: \"phq9_09\""), run.out());
    assertTrue(run.out().contains("remote_work"), run.out());
    assertTrue(run.out().contains("left out: \"benchmarks.csv\""), run.out());
    assertTrue(run.out().contains("new answers to variable \"profession\": \"Chaplain\""));
    assertTrue(Files.readString(study).startsWith("# CHECK "));
    assertEquals("new.csv", StudyReader.read(study).files().get(0).name());
    assertEquals(
        StudyReader.read(Runs.ROOT.resolve("data/example/study.yml")).instruments().size(),
        StudyReader.read(study).instruments().size());
  }
}
