package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study is weighted to headcounts from its file to the report. */
class WeightingRunTest {
  private static final String RAKED =
      "{margins: [{variable: job, counts: {nurse: 600, psychologist: 300}}, "
          + "{variable: region, file: regions.csv}], trim: {lower: 0.2, upper: 5}}";

  @TempDir Path folder;

  /** 240 nurses and 360 psychologists; hours are 40 for nurses and 30 for psychologists. */
  private static List<String> people() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean nurse = i % 5 < 2;
      String region = i % 3 == 0 ? "North" : "South";
      lines.add("a" + i % 30 + "," + (nurse ? "nurse" : "psychologist") + "," + region + ",");
      lines.set(i, lines.get(i) + (nurse ? 38 + i % 5 : 28 + i % 5) + "," + (1 + i % 7) / 4.0);
    }
    return lines;
  }

  private Runs.Result run(List<String> people, String weighting, String parts) throws IOException {
    Files.writeString(
        folder.resolve("survey.csv"),
        "agency,job,region,hours,w\n" + String.join("\n", people) + "\n");
    Files.writeString(folder.resolve("regions.csv"), "region,count\nNorth,450\nSouth,450\n");
    Files.writeString(
        folder.resolve("study.yml"),
        """
        version: 1
        id: small
        title: T
        population: P
        file: survey.csv
        columns:
          job: {levels: [nurse, psychologist]}
          region: {levels: [North, South]}
          hours: {number: {min: 0, max: 80}}
        domains: {job: job, region: region}
        design: {weight: w, psu: agency}
        """
            + (weighting.isEmpty() ? "" : "weighting: " + weighting + "\n"));
    String out = folder.resolve("out").toString();
    return Runs.command("run", folder.toString(), "--quiet", "--parts", parts, "--out", out);
  }

  private static List<CSVRecord> table(Runs.Result run, String name) throws IOException {
    assertEquals(0, run.exit(), run.err());
    return Runs.table(Path.of(run.out().strip()).resolveSibling("tables/" + name + ".csv"));
  }

  private static String text(Runs.Result run, String name) throws IOException {
    assertEquals(0, run.exit(), run.err());
    return Files.readString(Path.of(run.out().strip()).resolveSibling("tables/" + name + ".csv"));
  }

  private static double mean(List<CSVRecord> estimates) {
    return estimates.stream()
        .filter(r -> r.get("measure").equals("hours") && r.get("domain").isEmpty())
        .mapToDouble(r -> Double.parseDouble(r.get("estimate")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void headcountsMoveTheMeanAndAreTold() throws IOException {
    double plain = mean(table(run(people(), "", "2"), "estimates"));
    Runs.Result raked = run(people(), RAKED, "2");
    double weighted = mean(table(raked, "estimates"));
    assertEquals(34, plain, 0.3, "without headcounts");
    assertEquals(36, weighted, 0.3, "two in three are nurses");
    String quality = text(raked, "quality");
    assertTrue(quality.contains("job: nurse,67 % of the workforce"), quality);
    assertTrue(quality.contains("40 % of the sample"), quality);
    assertTrue(quality.contains("Kish design effect"), quality);
    assertTrue(
        Files.readString(Path.of(raked.out().strip())).contains("known headcounts"),
        "the sentence");
    assertTrue(
        Files.readString(Path.of(raked.out().strip()))
            .contains("job: nurse, 40% of the sample, 67% of the workforce."),
        "who is missing most");
  }

  @Test
  void orderAndPartsChangeNoByte() throws IOException {
    Runs.Result first = run(people(), RAKED, "1");
    String estimates = text(first, "estimates");
    String report = Files.readString(Path.of(first.out().strip()));
    List<String> shuffled = people();
    Collections.shuffle(shuffled, new Random(5));
    Runs.Result second = run(shuffled, RAKED, "3");
    assertEquals(estimates, text(second, "estimates"));
    assertEquals(report, Files.readString(Path.of(second.out().strip())));
  }

  @Test
  void combinationsAreMetToo() throws IOException {
    Files.writeString(
        folder.resolve("workforce.csv"),
        "job,region,count\nnurse,North,500\nnurse,South,100\npsychologist,North,100\n"
            + "psychologist,South,200\n");
    String cells = "{cells: {variables: [job, region], file: workforce.csv}}";
    double weighted = mean(table(run(people(), cells, "2"), "estimates"));
    assertEquals(36, weighted, 0.3, "two in three are nurses");
    assertNotEquals(mean(table(run(people(), "", "2"), "estimates")), weighted);
  }

  private void refused(String code, List<String> people, String weighting) throws IOException {
    Runs.Result run = run(people, weighting, "2");
    assertNotEquals(0, run.exit());
    assertTrue(run.err().contains(code), run.err());
  }

  @Test
  void whatKeepsHeadcountsFromBeingMetIsTold() throws IOException {
    String one = "{margins: [{variable: job, counts: {nurse: 600, psychologist: 300}}]}";
    List<String> nurses = people().stream().filter(l -> l.contains("nurse")).toList();
    refused("E331", nurses, one);
    refused("E332", people(), "{margins: [{variable: job, counts: {nurse: 600}}]}");
    List<String> blank = new ArrayList<>(people());
    blank.set(0, "a0,,North,40,1");
    refused("E333", blank, one);
    assertEquals(0, run(blank, one.replace("}]}", "}], unanswered: keep_share}"), "2").exit());
    refused("E334", people(), RAKED.replace("0.2", "0.9").replace("5}", "1.1}"));
    refused("E112", people(), RAKED.replace("600", "601"));
    refused("E111", people(), RAKED.replace("nurse", "nurses"));
  }
}
