package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published bins against a count of the raw answers by other code. */
class DistributionsRunTest {
  private static final long SEED = 1618L;
  private static final int PEOPLE = 700;
  private static final int K = 11;

  @TempDir Path folder;
  private final int[] scores = new int[PEOPLE];
  private final int[] ages = new int[PEOPLE];
  private final int[] weights = new int[PEOPLE];

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(SEED);
    StringBuilder data = new StringBuilder("age,w,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < PEOPLE; i++) {
      ages[i] = 20 + random.nextInt(25) + random.nextInt(26);
      weights[i] = 1 + random.nextInt(3);
      double level = random.nextDouble();
      data.append(ages[i]).append(",").append(weights[i]);
      for (int item = 0; item < 7; item++) {
        int answer = (int) Math.min(3, 4 * level * random.nextDouble());
        scores[i] += answer;
        data.append(",").append(answer);
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: bins\ntitle: T\npopulation: P\nfile: s.csv\ndesign: {weight: w}\n"
            + "columns:\n  age: {number: {min: 16, max: 99}}\n"
            + "instruments: {gad7: \"g{1..7}\"}\n"
            + "domains:\n  age: {of: age, cuts: [16, 33, 52]}\n"
            + "reporting: {funding: Nobody paid}\n");
  }

  private double share(int[] values, double from, double below) {
    double part = 0;
    double all = 0;
    for (int i = 0; i < PEOPLE; i++) {
      all += weights[i];
      part += values[i] >= from && values[i] < below ? weights[i] : 0;
    }
    return part / all;
  }

  private static long below(int[] values, double value) {
    long people = 0;
    for (int v : values) {
      people += v < value ? 1 : 0;
    }
    return people;
  }

  private static List<CSVRecord> bins(Path report, String measure) throws IOException {
    List<CSVRecord> rows =
        new ArrayList<>(Runs.table(report.resolveSibling("tables/distributions.csv")));
    rows.removeIf(r -> !r.get("measure").equals(measure));
    return rows;
  }

  @Test
  void binsAreThoseOfTheAnswersAndGiveNobodyAway() throws IOException {
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    Path report = Path.of(run.out().strip());
    // bands begin at 5, 10 and 15, cut-offs at 8 and 10, the ends after 0 and before 21
    check(bins(report, "gad7.total"), scores, List.of(1, 5, 8, 10, 15, 21));
    check(bins(report, "age"), ages, List.of(17, 33, 52, 99));
    assertTrue(
        bins(report, "gad7.total").stream().anyMatch(r -> r.get("bin_from").equals("10")),
        "a bin begins at the cut-off");
    String html = Files.readString(report);
    assertTrue(html.contains("caretally run study.yml"));
    assertTrue(html.contains("Nobody paid"));
    assertFalse(html.contains(folder.toString()), "a path of the machine");
  }

  private void check(List<CSVRecord> rows, int[] values, List<Integer> published) {
    assertTrue(rows.size() > 3, "bins: " + rows.size());
    assertEquals("", rows.get(0).get("bin_from"));
    assertEquals("", rows.get(rows.size() - 1).get("bin_below"));
    TreeSet<Long> edges = new TreeSet<>();
    for (CSVRecord row : rows) {
      double from = row.get("bin_from").isEmpty() ? 0 : Double.parseDouble(row.get("bin_from"));
      double to = row.get("bin_below").isEmpty() ? 1000 : Double.parseDouble(row.get("bin_below"));
      assertEquals(share(values, from, to), Double.parseDouble(row.get("share")), .00501);
      edges.add(below(values, to));
    }
    TreeSet<Long> marks = new TreeSet<>(edges);
    published.forEach(value -> marks.add(below(values, value)));
    marks.add(0L);
    edges.remove((long) PEOPLE);
    for (long edge : edges) {
      for (long mark : marks) {
        long apart = Math.abs(edge - mark);
        assertTrue(apart == 0 || apart >= K, "seed " + SEED);
      }
    }
  }
}
