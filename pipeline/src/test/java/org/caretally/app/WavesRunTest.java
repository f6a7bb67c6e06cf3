package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waves in one file or in several, the same people or fresh ones: one study, one answer. */
class WavesRunTest {
  private static final String HEAD = "version: 1\ntitle: T\npopulation: P\n";
  private static final String REST =
      "columns:\n  job: {levels: [Nurse, Social worker, Chaplain]}\n"
          + "  hours: {number: {min: 0, max: 99, higher: worse}}\n"
          + "instruments: {gad7: \"g{1..7}\"}\ndomains: {job: job}\n";

  @TempDir Path folder;

  /** 300 people in each of three years; fewer than 11 chaplains in the first. */
  @BeforeEach
  void write() throws IOException {
    StringBuilder all = new StringBuilder("id,year,job,team,hours,g1,g2,g3,g4,g5,g6,g7\n");
    StringBuilder old = new StringBuilder("id,role,team,hrs,a1,a2,a3,a4,a5,a6,a7\n");
    StringBuilder[] own = {old, new StringBuilder(), new StringBuilder()};
    own[1].append("id,job,team,hours,g1,g2,g3,g4,g5,g6,g7\n");
    own[2].append("id,job,team,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int year = 0; year < 3; year++) {
      for (int i = 0; i < 300; i++) {
        String job = i < (year == 0 ? 8 : 15) ? "Chaplain" : i % 3 > 0 ? "Nurse" : "Social worker";
        StringBuilder answers = new StringBuilder();
        for (int item = 0; item < 7; item++) {
          int usual = (i * 5 + item * i + i / 7) % 4;
          answers.append(",").append(year == 1 && i % 4 == 0 ? 3 : usual);
        }
        String hours = "," + (30 + i % 20 + year);
        String who = i + "," + job + ",t" + i % 40 + hours + answers + "\n";
        all.append(who.replaceFirst(",", "," + (2024 + year) + ","));
        own[year].append(year == 0 ? who.replace("Nurse", "RN") : who);
      }
    }
    Files.writeString(folder.resolve("all.csv"), all);
    for (int year = 0; year < 3; year++) {
      Files.writeString(folder.resolve("y" + (2024 + year) + ".csv"), own[year]);
    }
  }

  private Path run(String study) throws IOException {
    Files.writeString(folder.resolve("s.yml"), HEAD + study + REST);
    Path out = folder.resolve("out");
    Runs.Result run =
        Runs.command("run", folder.resolve("s.yml").toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip()).resolveSibling("tables");
  }

  private static final String ONE_FILE = "file: all.csv\nwave: {column: year}\n";
  private static final String SEVERAL =
      "waves:\n"
          + "  2025: {file: y2025.csv}\n"
          + "  2026: {file: y2026.csv}\n"
          + "  2024:\n"
          + "    file: y2024.csv\n"
          + "    columns:\n"
          + "      job: {column: role, levels: {RN: Nurse, Social worker: Social worker, Chaplain:"
          + " Chaplain}}\n"
          + "      hours: {column: hrs}\n"
          + "    instruments: {gad7: \"a{1..7}\"}\n";

  private static List<String> rows(Path tables, String table) throws IOException {
    return Runs.table(tables.resolve(table + ".csv")).stream()
        .map(r -> r.toMap().toString())
        .toList();
  }

  @Test
  void wavesInOneFileOrInSeveralGiveTheSame() throws IOException {
    String design = "design: {psu: team, waves_share: same_agencies}\n";
    Path one = run(ONE_FILE + design);
    List<String> estimates = rows(one, "estimates");
    List<String> changes = rows(one, "changes");
    String flow = Files.readString(one.resolve("flow.csv"));
    Path several = run(SEVERAL + design);
    assertEquals(estimates, rows(several, "estimates"));
    assertEquals(changes, rows(several, "changes"));
    assertEquals(flow, Files.readString(several.resolve("flow.csv")));
  }

  @Test
  void peopleAreFoundAgainByTheKey() throws IOException {
    Path people = run(ONE_FILE + "key: id\ndesign: {waves_share: same_people}\n");
    List<String> changes = rows(people, "changes");
    assertEquals(
        changes,
        rows(run(ONE_FILE + "design: {psu: id, waves_share: same_agencies}\n"), "changes"));
    Path fresh = run(ONE_FILE + "key: id\n");
    CSVRecord hours = change(fresh, "", "hours", "2025");
    assertNotEquals("0.0", hours.get("std_error"));
    assertEquals("1.0", hours.get("estimate"));
    // everybody works exactly one hour more: of the same people this is certain
    CSVRecord same =
        change(
            run(ONE_FILE + "key: id\ndesign: {waves_share: same_people}\n"), "", "hours", "2025");
    assertEquals("0.0", same.get("std_error"));
    assertEquals("higher", same.get("result"));
    assertEquals("worse", same.get("meaning"));
  }

  private static CSVRecord change(Path tables, String level, String measure, String wave)
      throws IOException {
    return Runs.table(tables.resolve("changes.csv")).stream()
        .filter(r -> r.get("level").equals(level) && r.get("measure").equals(measure))
        .filter(r -> r.get("wave").equals(wave) && r.get("statistic").endsWith("_change"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aChangeIsShownOnlyIfBothWavesAre() throws IOException {
    Path tables = run(ONE_FILE + "disclosure: {small_groups: hide}\n");
    CSVRecord first = change(tables, "Chaplain", "gad7.total", "2025");
    assertEquals("confidential", first.get("status"));
    for (String column :
        List.of("estimate", "std_error", "ci_low", "p_value", "result", "n", "df")) {
      assertEquals("", first.get(column), column);
    }
    // merged in one wave, merged in all
    Path merged = run(ONE_FILE);
    assertTrue(
        Runs.table(merged.resolve("changes.csv")).stream()
            .noneMatch(r -> r.get("level").equals("Chaplain")));
  }

  @Test
  void whatAWaveDidNotAskIsNotCompared() throws IOException {
    Path tables =
        run(
            SEVERAL.replace(
                "  2025: {file: y2025.csv}", "  2025: {file: y2025.csv, not_asked: [gad7]}"));
    CSVRecord change = change(tables, "", "gad7.total", "2026");
    assertEquals("not_comparable", change.get("status"));
    assertEquals("not asked in 2025", change.get("reason"));
    assertEquals("shown", change(tables, "", "hours", "2026").get("status"));
  }

  @Test
  void anotherModeOrPopulationEndsAllComparison() throws IOException {
    Path tables = run(SEVERAL.replace("y2026.csv", "y2026.csv, mode: paper"));
    assertEquals("not_comparable", change(tables, "", "hours", "2026").get("status"));
    assertTrue(change(tables, "", "hours", "2026").get("reason").contains("mode"));
    assertEquals("shown", change(tables, "", "hours", "2025").get("status"));
  }

  @Test
  void anAnswerThatWasNotOfferedIsFound() throws IOException {
    Path file = folder.resolve("y2026.csv");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      for (int c = 4; c < cells.length; c++) {
        cells[c] = cells[c].equals("3") ? "2" : cells[c];
      }
      lines.add(String.join(",", cells));
    }
    Files.write(file, lines);
    CSVRecord change = change(run(SEVERAL), "", "gad7.total", "2026");
    assertEquals("not_comparable", change.get("status"));
    assertTrue(change.get("reason").startsWith("other answers were offered"), change.get("reason"));
  }

  @Test
  void theStudySaysWhichChangesWerePlanned() throws IOException {
    Path usual = run(ONE_FILE);
    assertTrue(change(usual, "", "gad7.total", "2026").get("family").startsWith("change 2025"));
    String share = "gad7.total:screen_positive";
    assertEquals("planned changes, 1 tests, Holm", change(usual, "", share, "2026").get("family"));
    Path chosen = run(ONE_FILE + "comparisons: {changes: [gad7.total, hours]}\n");
    for (String measure : List.of("gad7.total", "hours")) {
      CSVRecord row = change(chosen, "", measure, "2026");
      assertEquals("planned changes, 2 tests, Holm", row.get("family"));
    }
    CSVRecord other = change(chosen, "", share, "2026");
    assertEquals(
        "change 2025 to 2026, everybody, 4 tests, Benjamini-Hochberg", other.get("family"));
    assertTrue(change(chosen, "", "hours", "2025").get("family").contains("Benjamini-Hochberg"));
    String html = Files.readString(chosen.resolveSibling("report.html"));
    assertTrue(html.contains("adjusted as one family by Holm: "), "families are declared");
    // a challenge stands for its result
    assertEquals(
        "planned changes, 1 tests, Holm",
        change(run(ONE_FILE + "comparisons: {changes: anxiety}\n"), "", share, "2026")
            .get("family"));
    Path none = run(ONE_FILE + "comparisons: {changes: none}\n");
    assertEquals(
        "change 2025 to 2026, everybody, 6 tests, Benjamini-Hochberg",
        change(none, "", share, "2026").get("family"));
    assertTrue(
        Files.readString(none.resolveSibling("report.html")).contains("No change was planned"));
  }

  @Test
  void aPlannedChangeOfNothingIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("s.yml"), HEAD + ONE_FILE + "comparisons: {changes: [gad7.totl]}\n" + REST);
    Runs.Result run = Runs.command("check", folder.resolve("s.yml").toString());
    assertNotEquals(0, run.exit());
    assertTrue(
        (run.out() + run.err()).contains("no result \"gad7.totl\" whose change"),
        run.err() + run.out());
  }

  /** The chart of groups: a panel for each, whose line breaks where waves cannot be compared. */
  @Test
  void trendsOfGroupsAreDrawnWithGaps() throws IOException {
    String whole = chart(run(SEVERAL));
    String paper = chart(run(SEVERAL.replace("y2026.csv", "y2026.csv, mode: paper")));
    for (String svg : List.of(whole, paper)) {
      assertTrue(svg.contains(">Nurse<") && svg.contains(">Social worker and"));
    }
    assertTrue(whole.contains("of 2 groups compared with 2025, "));
    assertTrue(paper.contains("no group can be compared with 2025"));
    // ribbons reach over three waves, or over the first two; lines end there, too
    assertEquals(2, ribbons(whole));
    assertEquals(2, ribbons(paper));
    assertEquals(4, longest(whole));
    assertEquals(2, longest(paper));
  }

  private static String chart(Path tables) throws IOException {
    try (Stream<Path> charts = Files.list(tables.resolveSibling("charts"))) {
      Path found =
          charts
              .filter(c -> c.toString().endsWith("-trend-by-anxiety.svg"))
              .findFirst()
              .orElseThrow();
      return Files.readString(found);
    }
  }

  private static long ribbons(String svg) {
    return svg.split("class=\"f-ribbon\"", -1).length - 1;
  }

  /** Most points that one stroke of a line joins to its first. */
  private static int longest(String svg) {
    int longest = 0;
    List<String> paths = List.of(svg.split("class=\"k k-main\"", -1));
    for (String path : paths.subList(1, paths.size())) {
      String points = path.substring(path.indexOf(" d=\"") + 4).split("\"", 2)[0];
      for (String stroke : points.split("M", -1)) {
        longest = Math.max(longest, stroke.split("L", -1).length - 1);
      }
    }
    return longest;
  }
}
