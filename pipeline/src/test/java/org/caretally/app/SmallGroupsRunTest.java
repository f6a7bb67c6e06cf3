package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small groups are shown together, in one way everywhere, with the numbers of the joint group. */
class SmallGroupsRunTest {
  private static final String PLAIN = "{levels: [Nurse, Social worker, Chaplain, Librarian]}";
  private static final String MERGED =
      "{levels: [Nurse, Social worker, Chaplain, Librarian],"
          + " merge: {both: [Chaplain, Librarian]}}";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    StringBuilder data = new StringBuilder("job,region,age,team,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < 300; i++) {
      String job =
          i < 9 ? "Chaplain" : i < 15 ? "Librarian" : i % 3 > 0 ? "Nurse" : "Social worker";
      data.append(job).append(i % 2 == 0 ? ",North" : ",South");
      data.append(",").append(i % 60 == 0 ? 71 : 20 + (i * 7) % 45).append(",t").append(i % 40);
      for (int item = 0; item < 7; item++) {
        data.append(",").append((i * 5 + item * i + i / 7) % 4);
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
  }

  private Path run(String job, String more) throws IOException {
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: small\ntitle: T\npopulation: P\nfile: s.csv\ndesign: {psu: team}\n"
            + "columns:\n  job: "
            + job
            + "\n  region: {levels: [North, South]}\n  age: {number: {min: 16, max: 99}}\n"
            + "instruments: {gad7: \"g{1..7}\"}\n"
            + "domains:\n  job: job\n  age: {of: age, cuts: [16, 40, 70]}\n"
            + "  job_by_region: {of: [job, region]}\n"
            + more);
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip());
  }

  private static Map<String, List<String>> rows(Path report, String from, String to)
      throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (CSVRecord row : Runs.table(report.resolveSibling("tables/estimates.csv"))) {
      String level = row.get("level").replace(from, to);
      List<String> numbers =
          List.of(row.get("n"), row.get("estimate"), row.get("std_error"), row.get("ci_low"));
      rows.put(row.get("domain") + "|" + level + "|" + row.get("measure"), numbers);
    }
    return rows;
  }

  @Test
  void theJointGroupIsWhatMergingByHandGives() throws IOException {
    Path joined = run(PLAIN, "");
    Map<String, List<String>> made = rows(joined, "Chaplain+Librarian", "both");
    String html = Files.readString(joined);
    assertTrue(html.contains("Chaplain, Librarian are shown together"), "said in the report");
    Map<String, List<String>> byHand = rows(run(MERGED, ""), "", "");
    assertEquals(byHand, made);
    assertTrue(made.keySet().stream().anyMatch(k -> k.startsWith("job_by_region|both / North")));
    assertTrue(made.keySet().stream().noneMatch(k -> k.contains("Chaplain")));
    assertTrue(
        made.keySet().stream().anyMatch(k -> k.startsWith("age|40 to below 70+70 and over")));
  }

  @Test
  void aPlannedComparisonOfAGroupThatIsShownWithOthersIsNotMade() throws IOException {
    String planned =
        "comparisons: {planned: [[job, Nurse, Chaplain], [job, Nurse, Social worker]]}\n";
    Path report = run(PLAIN, planned);
    List<CSVRecord> rows = Runs.table(report.resolveSibling("tables/differences.csv"));
    assertTrue(rows.stream().anyMatch(r -> r.get("against").equals("Social worker")));
    assertFalse(rows.stream().anyMatch(r -> r.get("against").equals("Chaplain")));
  }

  /** The joint group has 15 people, too few for Wald's test, which then is of two groups. */
  @Test
  void meansAndSharesAreTestedOverAllGroupsAtOnce() throws IOException {
    Path report = run(PLAIN, "");
    List<CSVRecord> tests = Runs.table(report.resolveSibling("tables/group_tests.csv"));
    List<CSVRecord> means =
        tests.stream()
            .filter(r -> r.get("statistic").equals("eta") && r.get("domain").equals("job"))
            .toList();
    assertFalse(means.isEmpty());
    for (CSVRecord row : means) {
      assertEquals("shown", row.get("status"));
      assertTrue(row.get("test").matches("F\\(1\\) = [0-9]+\\.[0-9]{2}"), row.get("test"));
      assertEquals("40", row.get("df"), "40 PSUs less a stratum and a group, rounded");
      double p = Double.parseDouble(row.get("p_value"));
      assertTrue(p <= Double.parseDouble(row.get("p_adjusted")) && p > 0);
    }
    assertTrue(tests.stream().anyMatch(r -> r.get("statistic").equals("cramers_v")));
    String json = Files.readString(report.resolveSibling("results.json"));
    assertTrue(json.contains("\"eta\""));
  }

  @Test
  void theOwnerMayHideSmallGroupsInstead() throws IOException {
    Path report = run(PLAIN, "disclosure: {small_groups: hide}\n");
    List<CSVRecord> rows = Runs.table(report.resolveSibling("tables/estimates.csv"));
    List<CSVRecord> chaplains =
        rows.stream().filter(r -> r.get("level").equals("Chaplain")).toList();
    assertFalse(chaplains.isEmpty());
    assertTrue(chaplains.stream().allMatch(r -> r.get("status").equals("confidential")));
    assertTrue(rows.stream().noneMatch(r -> r.get("level").contains("+")));
  }
}
