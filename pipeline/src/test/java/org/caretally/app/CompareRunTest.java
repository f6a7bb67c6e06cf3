package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of each year, and what one may say of the other. */
class CompareRunTest {
  private static final String REST =
      "columns:\n  job: {levels: [Nurse, Social worker]}\n"
          + "  hours: {number: {min: 0, max: 99, higher: worse}}\n"
          + "domains: {job: job}\n";
  private static final String GAD = "instruments: {gad7: \"g{1..7}\"}\n";
  private static final String MOVED =
      "instruments: {gad7: {columns: \"g{1..7}\", cutoffs: {\"total:screen_positive\": 8}}}\n";

  @TempDir static Path folder;

  private static Path before;

  @BeforeAll
  static void earlier() throws IOException {
    before = report("2024", "mode: web\n" + GAD);
  }

  private static Path report(String year, String more) throws IOException {
    StringBuilder rows = new StringBuilder("job,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < 400; i++) {
      rows.append(i % 3 > 0 ? "Nurse" : "Social worker").append(",").append(30 + i % 20);
      for (int item = 0; item < 7; item++) {
        int usual = (i * 5 + item * i + i / 7) % 4;
        rows.append(",").append(year.equals("2025") && i % 4 == 0 ? 3 : usual);
      }
      rows.append("\n");
    }
    Files.writeString(folder.resolve(year + ".csv"), rows);
    Path study = folder.resolve("s" + year + ".yml");
    String head = "version: 1\ntitle: T\npopulation: P\nwave: \"" + year + "\"\n";
    Files.writeString(study, head + "file: " + year + ".csv\n" + more + REST);
    Path out = folder.resolve("out" + year);
    Runs.Result run = Runs.command("run", study.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip()).getParent();
  }

  private static Runs.Result compare(Path later) {
    Path out = folder.resolve("compared");
    Runs.Result run =
        Runs.command("compare", before.toString(), later.toString(), "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return run;
  }

  @Test
  void theSameQuestionsAreComparedAndAnotherCutoffIsNot() throws IOException {
    Runs.Result run = compare(report("2025", "mode: web\n" + MOVED));
    List<CSVRecord> rows = Runs.table(folder.resolve("compared/tables/compare.csv"));
    assertFalse(rows.isEmpty());
    assertTrue(rows.stream().noneMatch(r -> r.get("measure").contains("GAD-7")), run.out());
    assertTrue(run.out().contains("scores were made by other rules"), run.out());
    Runs.Result same = compare(report("2025", "mode: web\n" + GAD));
    assertTrue(
        Runs.table(folder.resolve("compared/tables/compare.csv")).stream()
            .anyMatch(r -> r.get("result").equals("higher")),
        same.out());
    assertFalse(same.out().contains("not comparable"), same.out());
    String json = Files.readString(before.resolve("results.json"));
    assertTrue(json.contains("\"asked\"") && json.contains("\"0, 1, 2, 3\""), "results.json");
  }

  @Test
  void anotherModeShowsNoDifference() throws IOException {
    Runs.Result run = compare(report("2025", "mode: paper\n" + GAD));
    assertTrue(run.out().contains("Mode: \"web\" before, \"paper\" now"), run.out());
    assertTrue(run.out().contains("0 results compared"), run.out());
    String html = Files.readString(folder.resolve("compared/compare.html"));
    assertTrue(html.indexOf("before, &#34;paper&#34; now") > 0 || html.contains("\"paper\" now"));
    assertTrue(html.contains("taken for independent"), "assumption");
  }

  /** Last year's table of estimates beside this year's results. */
  @Test
  void anEarlierReportIsAComparator() throws IOException {
    Path file = before.resolve("tables/estimates.csv");
    String named = "comparators: [\"" + folder.relativize(file) + "\"]\n";
    List<CSVRecord> rows =
        Runs.table(report("2025", named + GAD).resolve("tables/comparators.csv"));
    List<CSVRecord> old =
        Runs.table(file).stream()
            .filter(r -> r.get("domain").isEmpty() && r.get("status").equals("shown"))
            .toList();
    assertEquals(old.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals("yes", rows.get(i).get("matched"), rows.get(i).toString());
      assertEquals("2024", rows.get(i).get("year"));
      assertEquals("Our own report", rows.get(i).get("source"));
      assertEquals("P", rows.get(i).get("population"));
      assertEquals(
          Double.parseDouble(old.get(i).get("estimate")),
          Double.parseDouble(rows.get(i).get("comparator")),
          1e-9);
    }
    List<CSVRecord> moved =
        Runs.table(report("2025", named + MOVED).resolve("tables/comparators.csv"));
    CSVRecord share =
        moved.stream().filter(r -> r.get("cutoff").contains("screen")).findFirst().orElseThrow();
    assertEquals("no", share.get("matched"));
    assertTrue(share.get("reason").contains("another cut-off"), share.get("reason"));
    // a key of another version is another instrument
    Path copy = Files.createDirectories(folder.resolve("copied"));
    Runs.copy(file.getParent(), copy);
    Path instruments = copy.resolve("instruments.csv");
    String version = Runs.table(instruments).get(0).get("version");
    Files.writeString(
        instruments, Files.readString(instruments).replace("," + version + ",", ",0.1,"));
    List<CSVRecord> other =
        Runs.table(
            report("2025", "comparators: [copied/estimates.csv]\n" + GAD)
                .resolve("tables/comparators.csv"));
    for (CSVRecord row : other) {
      boolean ours = row.get("instrument").isEmpty();
      assertEquals(ours ? "yes" : "no", row.get("matched"), row.toString());
      assertEquals(!ours, row.get("reason").contains("another version"), row.get("reason"));
    }
  }
}
