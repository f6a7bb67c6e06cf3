package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instrument of one's own costs one file: the template, saved under another id. */
class OwnInstrumentTest {
  private static final String STUDY =
      """
      version: 1
      id: own
      title: A survey with a scale of its own
      population: Nobody in particular
      files: [survey.csv]
      instruments:
        team_strain: "Q{1..4}"
      """;

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void saveTheTemplate() throws IOException {
    String template = Runs.command("instruments", "--template").out();
    file = folder.resolve("instruments/team_strain.yaml");
    Files.createDirectories(folder.resolve("instruments"));
    Files.writeString(file, template.replace("id: my_scale", "id: team_strain"));
  }

  private Runs.Result instruments(String... arguments) {
    return Runs.command(
        IntStream.rangeClosed(0, arguments.length)
            .mapToObj(i -> i == 0 ? "instruments" : arguments[i - 1])
            .toArray(String[]::new));
  }

  private Runs.Result run() throws IOException {
    StringBuilder rows = new StringBuilder("Q1,Q2,Q3,Q4\n");
    String[] labels = {"never", "now and then", "often", "always"};
    for (int i = 0; i < 120; i++) {
      rows.append(labels[i % 4]).append(',').append(i % 3).append(",often,").append(i % 2);
      rows.append('\n');
    }
    Files.writeString(folder.resolve("survey.csv"), rows);
    Files.writeString(folder.resolve("study.yml"), STUDY);
    return Runs.command(
        "run", folder.toString(), "--out", folder.resolve("reports").toString(), "--parts", "2");
  }

  /** Breaks the definition; returns the line that is wrong, counted from one. */
  private int broken() throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf("direction: worse");
    assertTrue(at > 0, text);
    Files.writeString(file, text.replace("direction: worse", "direction: wrse"));
    return (int) text.substring(0, at).lines().count();
  }

  @Test
  void theListAndItsPageShowIt() {
    for (Path place : List.of(folder, folder.resolve("instruments"))) {
      Runs.Result list = instruments("--folder", place.toString());
      assertEquals(0, list.exit(), list.err());
      assertTrue(list.out().startsWith("59 instruments"), list.out());
      assertTrue(list.out().contains("\nYour own\n      team_strain "), list.out());
      Runs.Result page = instruments("team_strain", "--folder", place.toString());
      assertEquals(0, page.exit(), page.err());
      assertTrue(page.out().contains("  team_strain.total: My scale total\n"), page.out());
      assertTrue(page.out().contains("    Reversed    4\n"), page.out());
    }
    assertEquals(2, instruments("team_strain").exit(), "without --folder it is not known");
  }

  @Test
  void anOverrideOfABuiltInOneIsYourOwn() throws IOException {
    String text = Files.readString(file).replace("id: team_strain", "id: wlb4");
    Files.writeString(folder.resolve("instruments/wlb4.yaml"), text + "override: true\n");
    String list = instruments("--folder", folder.toString()).out();
    assertTrue(list.startsWith("59 instruments"), list);
    assertTrue(list.contains("      wlb4            My own scale"), list);
    assertEquals(
        2, list.split("\\bwlb4\\b", -1).length - 1, "its own line and one 'also':\n" + list);
  }

  @Test
  void aStudyScoresItFromOneFile() throws IOException {
    Runs.Result result = run();
    assertEquals(0, result.exit(), result.err());
    Path report = Path.of(result.out().strip()).getParent();
    List<CSVRecord> estimates = Runs.table(report.resolve("tables/estimates.csv"));
    List<CSVRecord> mine =
        estimates.stream().filter(r -> r.get("measure").equals("team_strain.total")).toList();
    assertFalse(mine.isEmpty(), estimates.toString());
    // answers 0 to 3, 0 to 2, 2 and 3 - (0 or 1): means 1.5, 1, 2 and 2.5
    CSVRecord mean =
        mine.stream().filter(r -> r.get("statistic").equals("mean")).findFirst().orElseThrow();
    assertEquals(7.0, Double.parseDouble(mean.get("estimate")), 1e-9);
    CSVRecord burnout =
        Runs.table(report.resolve("tables/coverage.csv")).stream()
            .filter(r -> r.get("construct").equals("burnout"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        burnout.get("measured_by").endsWith("(the study's own instrument)"), burnout.toString());
    assertEquals("written for our survey, not validated", burnout.get("source"));
  }

  @Test
  void aBrokenOneIsNamedWithItsLine() throws IOException {
    int line = broken();
    String place = "E114 instruments/team_strain.yaml:" + line + " ";
    for (String name : List.of("", "team_strain", "phq9")) {
      Runs.Result result =
          name.isEmpty()
              ? instruments("--folder", folder.toString())
              : instruments(name, "--folder", folder.toString());
      assertEquals(2, result.exit());
      assertEquals("", result.out());
      assertTrue(result.err().contains(place) && result.err().contains("wrse"), result.err());
    }
    Runs.Result run = run();
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains(place), run.err());
    assertFalse(Files.exists(folder.resolve("reports/own")), "a report was written");
    assertEquals("", run.out());
  }
}
