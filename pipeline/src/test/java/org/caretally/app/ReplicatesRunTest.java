package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicates, made or supplied, from the study file to the tables and the report. */
class ReplicatesRunTest {
  private static final int AGENCIES = 20;
  private static final String SUPPLIED =
      "{weight: w, replicates: {columns: \"r{0..19}\", type: jk1, df: 19}}";
  private static final String MADE = "{weight: w, psu: agency, variance: jackknife}";

  @TempDir Path folder;

  /** Each replicate leaves out one agency: what the jackknife makes by itself. */
  private static List<String> people() {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      int agency = i % AGENCIES;
      int hours = 30 + agency % 7 + random.nextInt(15);
      double w = 19 * (1 + random.nextInt(4)) / 4.0;
      String replicates =
          IntStream.range(0, AGENCIES)
              .mapToObj(r -> r == agency ? "0" : Double.toString(w * 20 / 19))
              .collect(Collectors.joining(","));
      String job = random.nextInt(3) == 0 ? "nurse" : "psychologist";
      lines.add("a" + agency + "," + job + "," + hours + "," + w + "," + replicates);
    }
    return lines;
  }

  private Runs.Result run(List<String> people, String design, String more, String parts)
      throws IOException {
    String names =
        IntStream.range(0, AGENCIES).mapToObj(r -> "r" + r).collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("survey.csv"),
        "agency,job,hours,w," + names + "\n" + String.join("\n", people) + "\n");
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
          hours: {number: {min: 0, max: 80}}
        domains: {job: job}
        comparisons: {planned: [[job, nurse, psychologist]]}
        design: %s
        %s
        """
            .formatted(design, more));
    String out = folder.resolve("out").toString();
    return Runs.command("run", folder.toString(), "--quiet", "--parts", parts, "--out", out);
  }

  private static Path table(Runs.Result run, String name) {
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip()).resolveSibling("tables/" + name + ".csv");
  }

  private static List<Double> errors(Runs.Result run, String table) throws IOException {
    List<Double> errors = new ArrayList<>();
    for (CSVRecord r : Runs.table(table(run, table))) {
      if (!r.get("std_error").isEmpty()) {
        errors.add(Double.valueOf(r.get("std_error")));
      }
    }
    return errors;
  }

  @Test
  void suppliedReplicatesGiveTheErrorsOfTheJackknife() throws IOException {
    Runs.Result made = run(people(), MADE, "", "2");
    List<Double> estimates = errors(made, "estimates");
    List<Double> differences = errors(made, "differences");
    String spread = Files.readString(table(made, "spread"));
    String report = Files.readString(Path.of(made.out().strip()));
    assertTrue(report.contains("leaving out one primary sampling unit at a time"));
    Runs.Result supplied = run(people(), SUPPLIED, "", "2");
    List<Double> others = errors(supplied, "estimates");
    assertEquals(estimates.size(), others.size());
    assertTrue(estimates.size() >= 3);
    for (int i = 0; i < others.size(); i++) {
      assertEquals(estimates.get(i), others.get(i), 1e-6 * estimates.get(i));
    }
    List<Double> less = errors(supplied, "differences");
    assertTrue(less.size() < differences.size(), "no rank test");
    assertTrue(spread.contains("q50"));
    assertFalse(Files.readString(table(supplied, "spread")).contains("q50"));
    assertTrue(
        Files.readString(Path.of(supplied.out().strip()))
            .contains("20 replicate weights (jk1) with 19 degrees of freedom"));
  }

  @Test
  void orderAndPartsChangeNoByte() throws IOException {
    String first = Files.readString(table(run(people(), SUPPLIED, "", "1"), "estimates"));
    List<String> shuffled = people();
    Collections.shuffle(shuffled, new Random(5));
    assertEquals(first, Files.readString(table(run(shuffled, SUPPLIED, "", "3"), "estimates")));
  }

  private void refused(String code, List<String> people, String more) throws IOException {
    Runs.Result run = run(people, SUPPLIED, more, "2");
    assertNotEquals(0, run.exit());
    assertTrue(run.err().contains(code), run.err());
  }

  @Test
  void whatReplicatesCannotGiveIsRefused() throws IOException {
    refused("E342", people(), "correlations: {method: spearman}");
    refused("E342", people(), "models: {m: {outcome: hours, with: [job]}}");
    refused("E342", people(), "dose_response: {of: hours, knots: [30, 35, 40]}");
    refused("E342", people(), "imputation: {m: 5, seed: 1}");
  }

  @Test
  void aReplicateThatIsNoNumberIsTold() throws IOException {
    List<String> people = people();
    people.set(3, people.get(3).substring(0, people.get(3).lastIndexOf(',')) + ",many");
    refused("E303", people, "");
  }
}
