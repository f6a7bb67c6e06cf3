package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Correlations, reliability and curves in the files that a reader gets: no count of few people can
 * be taken from them.
 */
class AssociationsAttackTest {
  private static final int PEOPLE = 150;

  @TempDir Path folder;

  /** Some people leave one item out; three in each hundred do both of two rare things. */
  private Path run(int leaving) throws IOException {
    Random random = new Random(8);
    StringBuilder data = new StringBuilder("a,b,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < PEOPLE; i++) {
      boolean a = i % 5 == 0;
      boolean b = i < 8 ? i == 0 || i == 5 : i % 4 == 1 && !a;
      data.append(a ? "yes," : "no,").append(b ? "yes," : "no,").append(20 + random.nextInt(25));
      for (int item = 0; item < 7; item++) {
        boolean blank = item == 3 && i >= 40 && i < 40 + leaving;
        data.append(",").append(blank ? "" : Integer.toString(random.nextInt(4)));
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
    Files.writeString(
        folder.resolve("study.yml"),
        """
        version: 1
        id: small
        title: T
        population: P
        file: s.csv
        columns:
          a: {levels: ["no", "yes"]}
          b: {levels: ["no", "yes"]}
          hours: {number: {min: 0, max: 60, higher: worse}}
        instruments: {gad7: "g{1..7}"}
        domains: {load: {of: hours, cuts: [20, 28, 36]}}
        correlations: {polychoric: [[a, b]]}
        """);
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return out.resolve("small");
  }

  private static List<CSVRecord> table(Path report, String name) throws IOException {
    return Runs.table(report.resolve("tables").resolve(name + ".csv"));
  }

  /** 150 with a score less 144 who answered every item: the six of whom nothing is told. */
  @Test
  void reliabilityDoesNotTellHowManyLeftAnItemOut() throws IOException {
    Path report = run(6);
    CSVRecord scale =
        table(report, "scales").stream()
            .filter(r -> r.get("measure").equals("gad7.total"))
            .findFirst()
            .orElseThrow();
    assertEquals("", scale.get("prorated"));
    assertEquals(Set.of(""), bases(report));
    String page = Files.readString(report.resolve("report.html"));
    for (String id : List.of("reliability", "item-fit")) {
      int from = page.indexOf("<table id=\"" + id + "\"");
      assertTrue(from > 0, id);
      String part = page.substring(from, page.indexOf("</table>", from));
      assertTrue(part.contains("GAD-7 total") && !part.contains("145"), part);
    }
    assertEquals(Set.of("130"), bases(run(20)), "twenty are many");
  }

  private static Set<String> bases(Path report) throws IOException {
    Set<String> bases = new TreeSet<>();
    for (CSVRecord row : table(report, "reliability")) {
      if (row.get("scale").equals("gad7.total")) {
        assertEquals("shown", row.get("status"));
        bases.add(row.get("n"));
        assertTrue(
            !row.get("n").isEmpty() || row.get("df").isEmpty(), "nor the degrees of freedom");
      }
    }
    return bases;
  }

  /**
   * Two shares and their correlation make the table of two by two, in which two people are both.
   */
  @Test
  void aCorrelationOfTwoYesOrNoDoesNotTellItsSmallestCell() throws IOException {
    CSVRecord both =
        table(run(0), "correlations").stream()
            .filter(r -> r.get("method").equals("polychoric"))
            .findFirst()
            .orElseThrow();
    assertEquals("confidential", both.get("status"));
    assertEquals("", both.get("estimate"));
    assertEquals("", both.get("ci_low"));
  }

  /**
   * A point of a curve has the same base as every other, that of its model, and its value is no
   * share or mean of a set of people; where the points lie is declared. So no two of its numbers
   * differ by a count.
   */
  @Test
  void aCurveHoldsNoCountButThatOfItsModel() throws IOException {
    List<CSVRecord> curves = table(run(0), "curves");
    assertTrue(curves.stream().anyMatch(r -> r.get("status").equals("shown")));
    for (CSVRecord row : curves) {
      boolean shown = row.get("status").equals("shown");
      assertEquals(shown ? "150" : "", row.get("n"), row.toString());
      assertTrue(shown || row.get("estimate").isEmpty(), row.toString());
    }
  }
}
