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

  private String jobs = "nurse, psychologist";

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
          job: {levels: [JOBS]}
          region: {levels: [North, South]}
          hours: {number: {min: 0, max: 80}}
        domains: {job: job, region: region}
        design: {weight: w, psu: agency}
        """
                .replace("JOBS", jobs)
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

  /**
   * 580 people of two jobs, eight chaplains and a few in one more job: the design effect of weights
   * is n Σ N² / n_g N², in which only the number of chaplains would be unknown.
   */
  @Test
  void weightsTellNothingOfAHiddenGroup() throws IOException {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 620; i++) {
      String job = i < 8 ? "chaplain" : i < 30 ? "manager" : i % 2 == 0 ? "nurse" : "psychologist";
      people.add("a" + i % 30 + "," + job + "," + (i % 3 == 0 ? "North" : "South") + ",30,1");
    }
    String counts =
        "{margins: [{variable: job, counts: {nurse: 600, psychologist: 300, chaplain: 500,"
            + " manager: 40}}]}\ndisclosure: {small_groups: hide}";
    jobs = "nurse, psychologist, chaplain, manager";
    Runs.Result hidden = run(people, counts, "2");
    assertEquals("confidential", design(hidden).get("status"));
    assertEquals("", design(hidden).get("estimate"));
    String quality = text(hidden, "quality");
    assertTrue(quality.contains("not shown") && !quality.contains("Kish"), quality);
    Runs.Result open = run(people, counts.replace("{small", "{profile: public-use, small"), "2");
    double kish = Double.parseDouble(design(open).get("estimate"));
    assertEquals(8, solved(kish), "what the number would have told");
  }

  private static CSVRecord design(Runs.Result run) throws IOException {
    return table(run, "descriptives").stream()
        .filter(r -> r.get("measure").equals("weights"))
        .findFirst()
        .orElseThrow();
  }

  /** The number of chaplains, from the design effect of weights and the sum with managers. */
  private static int solved(double kish) {
    int best = 1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int n = 1; n < 30; n++) {
      double sum = 600 * 600 / 295.0 + 300 * 300 / 295.0 + 500 * 500.0 / n + 1600.0 / (30 - n);
      double away = Math.abs(620 * sum / (1440.0 * 1440) - kish);
      best = away < nearest ? n : best;
      nearest = Math.min(nearest, away);
    }
    return best;
  }

  private Runs.Result waves(String weighting) throws IOException {
    StringBuilder all = new StringBuilder("year,agency,job,region,hours,w\n");
    for (String year : List.of("2025", "2026")) {
      people().forEach(p -> all.append(year).append(",").append(p).append("\n"));
    }
    Files.writeString(folder.resolve("survey.csv"), all);
    Files.writeString(folder.resolve("regions.csv"), "region,count\nNorth,300\nSouth,600\n");
    Files.writeString(
        folder.resolve("study.yml"),
        """
        version: 1
        id: small
        title: T
        population: P
        file: survey.csv
        wave: {column: year}
        columns:
          job: {levels: [nurse, psychologist]}
          region: {levels: [North, South]}
          hours: {number: {min: 0, max: 80}}
        domains: {job: job}
        design: {weight: w, psu: agency, waves_share: same_agencies}
        """
            + "weighting: "
            + weighting
            + "\n");
    String out = folder.resolve("out").toString();
    return Runs.command("run", folder.toString(), "--quiet", "--out", out);
  }

  private static CSVRecord hours(List<CSVRecord> rows, String wave) {
    return rows.stream()
        .filter(r -> r.get("measure").equals("hours") && r.get("domain").isEmpty())
        .filter(r -> r.get("wave").equals(wave))
        .findFirst()
        .orElseThrow();
  }

  /** The same answers, but more nurses in the second workforce: hours rise by that alone. */
  @Test
  void everyWaveIsWeightedToItsOwnHeadcounts() throws IOException {
    String shared = "variable: job, counts: {nurse: 300, psychologist: 600}";
    String own = "variable: job, counts: {nurse: 700, psychologist: 200}";
    String regions = "{variable: region, file: regions.csv}";
    String weighting =
        "{margins: [{"
            + shared
            + "}, "
            + regions
            + "], waves: {\"2026\": {margins: [{"
            + own
            + "}, "
            + regions
            + "]}}}";
    Runs.Result run = waves(weighting);
    List<CSVRecord> estimates = table(run, "estimates");
    double before = Double.parseDouble(hours(estimates, "2025").get("estimate"));
    double after = Double.parseDouble(hours(estimates, "2026").get("estimate"));
    assertEquals(1.0 / 3 * 38.5 + 2.0 / 3 * 31, before, 0.3);
    assertEquals(7.0 / 9 * 38.5 + 2.0 / 9 * 31, after, 0.3);
    CSVRecord change = hours(table(run, "changes"), "2026");
    assertEquals(after - before, Double.parseDouble(change.get("estimate")), 0.011);
    assertEquals("higher", change.get("result"));
    String quality = text(run, "quality");
    assertTrue(quality.contains("2025, job: nurse\",33 % of the workforce,"), quality);
    assertTrue(quality.contains("2026, job: nurse\",78 % of the workforce,"), quality);
    // next year begins with a file that stands alone
    String resolved =
        Files.readString(Path.of(run.out().strip()).resolveSibling("resolved-config.yml"));
    assertTrue(!resolved.contains("regions.csv") && resolved.contains("700"), resolved);
    // without a line of its own a wave has the shared headcounts
    List<CSVRecord> same =
        table(waves("{margins: [{" + shared + "}, " + regions + "]}"), "changes");
    assertEquals(0, Double.parseDouble(hours(same, "2026").get("estimate")), 1e-9);
  }

  @Test
  void headcountsOfNoWaveAreRefused() throws IOException {
    String margin = "margins: [{variable: job, counts: {nurse: 300, psychologist: 600}}]";
    Runs.Result run = waves("{" + margin + ", waves: {\"2027\": {" + margin + "}}}");
    assertNotEquals(0, run.exit());
    assertTrue(run.err().contains("\"2027\" in \"weighting\" is no wave"), run.err());
    Runs.Result other =
        waves(
            "{"
                + margin
                + ", waves: {\"2026\": {margins: [{variable: region, file: regions.csv}]}}}");
    assertTrue(
        other.err().contains("the variables of all waves, in their order: job"), other.err());
  }
}
