package org.caretally.app;

import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change between waves of real surveys against R, and what can be compared said right. */
class RealWavesTest {
  private static final Comparison COMPARISON = new Comparison("waves");
  private static final Path REFERENCE = Runs.ROOT.resolve("pipeline/src/test/resources/reference");

  @TempDir Path folder;

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  private Path tables(String study, String file, String... data) throws IOException {
    Path copy = folder.resolve("study");
    Runs.copy(Runs.ROOT.resolve("data/studies").resolve(study), copy);
    Path own = Runs.ROOT.resolve("data/studies").resolve(study).resolve("instruments");
    if (Files.isDirectory(own)) {
      Runs.copy(own, copy.resolve("instruments"));
    }
    for (String name : data) {
      Path from = Runs.shared(name);
      assumeTrue(Files.isDirectory(from), "the data of " + name + " are not on this machine");
      try (Stream<Path> files = Files.list(from)) {
        for (Path one : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
          if (!one.getFileName().toString().startsWith("reference")) {
            Files.copy(one, copy.resolve(one.getFileName().toString()));
          }
        }
      }
    }
    Path out = folder.resolve("out");
    Runs.Result run =
        Runs.command("run", copy.resolve(file).toString(), "--out", out.toString(), "--quiet");
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip()).resolveSibling("tables");
  }

  private static Map<String, Double> expected(String file) throws IOException {
    Map<String, Double> expected = new HashMap<>();
    for (CSVRecord r : Runs.table(REFERENCE.resolve(file))) {
      expected.put(r.get("key"), Double.valueOf(r.get("value")));
    }
    return expected;
  }

  private static CSVRecord change(Path tables, String domain, String level, String measure)
      throws IOException {
    List<CSVRecord> found =
        Runs.table(tables.resolve("changes.csv")).stream()
            .filter(r -> r.get("domain").equals(domain) && r.get("level").equals(level))
            .filter(r -> r.get("measure").equals(measure))
            .toList();
    assertEquals(1, found.size(), domain + level + measure);
    return found.get(0);
  }

  private static void same(Map<String, Double> expected, String key, CSVRecord change) {
    COMPARISON.close(key, expected.get("change." + key), change, "estimate", POINT);
    COMPARISON.close(key, expected.get("se." + key), change, "std_error", POINT);
    COMPARISON.close(key, expected.get("df." + key), change, "df", POINT);
    // p-values are printed with three decimals
    assertEquals(expected.get("p." + key), Double.parseDouble(change.get("p_value")), 0.0006, key);
  }

  private static String reason(Path tables, String what) throws IOException {
    List<CSVRecord> found =
        Runs.table(tables.resolve("comparability.csv")).stream()
            .filter(r -> r.get("id").equals(what))
            .toList();
    assertEquals(1, found.size(), what);
    assertEquals(
        found.get(0).get("reason").isEmpty() ? "yes" : "no", found.get(0).get("comparable"));
    return found.get(0).get("reason");
  }

  @Test
  void nhanesOfTwoFreshSamples() throws IOException {
    Path tables = tables("nhanes-2011-2018", "study.yml", "nhanes-2011-2012", "nhanes-2017-2018");
    Map<String, Double> expected = expected("nhanes-change.csv");
    for (String v : List.of("phq9", "dep")) {
      String measure = v.equals("phq9") ? "phq9.total" : "phq9.total:screen_positive";
      same(expected, v + ".all", change(tables, "", "", measure));
      same(expected, v + ".male", change(tables, "sex", "male", measure));
      same(expected, v + ".female", change(tables, "sex", "female", measure));
    }
    assertEquals("", reason(tables, "phq9"));
    assertTrue(reason(tables, "sleep_hours").contains("whole hours"));
    CSVRecord sleep = change(tables, "", "", "sleep_hours.hours");
    assertEquals("not_comparable", sleep.get("status"));
    assertEquals("", sleep.get("estimate"));
    String html = Files.readString(tables.resolveSibling("report.html"));
    assertTrue(html.contains("What cannot be compared") && html.contains("whole hours"));
  }

  @Test
  void organisationsThatAnswerAgain() throws IOException {
    String name = "nhs-staff-survey-2021-2022";
    Path tables = tables(name, "study.yml", name);
    Map<String, Double> expected = expected("nhs-change.csv");
    Map<String, String> measures =
        Map.of("Burned_out", "burned_out", "Stress", "stress", "Enough_staff", "enough_staff");
    for (Map.Entry<String, String> m : measures.entrySet()) {
      String key = m.getKey() + "_rate.";
      same(expected, key + "all", change(tables, "", "", m.getValue()));
    }
    assertEquals("lower", change(tables, "", "", "stress").get("result"));
    assertEquals("better", change(tables, "", "", "stress").get("meaning"));
    assertEquals("worse", change(tables, "", "", "enough_staff").get("meaning"));
    assertEquals("no clear change", change(tables, "", "", "burned_out").get("result"));
    // commissioning groups became integrated care boards
    assertTrue(reason(tables, "breakdown group").contains("Integrated care boards"));
    assertEquals(
        "not_comparable", change(tables, "group", "mental_health", "stress").get("status"));
  }

  @Test
  void osmiWhoseWordingChanged() throws IOException {
    Path tables = tables("osmi-2014-2016", "study-years.yml", "osmi-2014-2016");
    CSVRecord treated = change(tables, "", "", "sought_treatment.ever:said_yes");
    assertEquals("not_comparable", treated.get("status"));
    assertTrue(treated.get("reason").contains("did not ask"));
    assertEquals("", treated.get("estimate") + treated.get("result") + treated.get("p_value"));
    assertTrue(reason(tables, "breakdown family_history").contains("Not known"));
    assertEquals("", reason(tables, "breakdown gender"));
    CSVRecord age = change(tables, "", "", "age");
    assertEquals("shown", age.get("status"));
    assertEquals("higher", age.get("result"));
    assertEquals("", age.get("meaning"));
    assertEquals(
        2,
        Runs.table(tables.resolve("estimates.csv")).stream()
            .map(r -> r.get("wave"))
            .distinct()
            .count());
  }
}
