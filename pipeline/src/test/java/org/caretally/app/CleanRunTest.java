package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dirty survey from the command line: report, private list of lines, check, and what stops. */
class CleanRunTest {
  private static final long SEED = 20261125L;
  private static final String STUDY =
      """
      version: 1
      id: dirty
      title: A dirty survey
      population: Nobody in particular
      files: [survey.csv]
      missing: [NA]
      columns:
        team: {levels: [Red, Blue]}
        age: {number: {min: 18, max: 99, outside: missing}}
        role: {levels: [nurse, other], recode: {map: {rn: nurse}, unmapped: other, other: other}}
      instruments:
        pss10: "p{1..10}"
      domains: {team: team, role: role}
      clean:
        consent: {column: consent, accept: [Yes]}
        duplicates: {columns: "p{1..10}"}
        speeders: {column: seconds, below: 60, below_median: 30%}
        minimum_answered: 50%
      disclosure: public-use
      """;
  private static final String HEADER =
      "consent,seconds,age,role,team,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10";

  @TempDir Path folder;

  private static List<String> rows() {
    Random random = new Random(SEED);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder row = new StringBuilder();
      row.append(random.nextInt(6) == 0 ? "No" : "yes").append(',');
      row.append(random.nextInt(7) == 0 ? 59 : 60 + random.nextInt(400)).append(',');
      row.append(random.nextInt(9) == 0 ? 329 : 20 + random.nextInt(40)).append(',');
      row.append(List.of("Nurse", "RN", "nurse", "Zookeeper-CANARY").get(random.nextInt(4)));
      row.append(random.nextBoolean() ? ",Red" : ",Blue");
      boolean blank = random.nextInt(8) == 0;
      for (int item = 0; item < 10; item++) {
        row.append(',').append(blank && item > 2 ? "" : random.nextInt(5) + "");
      }
      rows.add(row.toString());
      if (random.nextInt(10) == 0) {
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private Path study(String name, String study, List<String> rows) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Files.writeString(own.resolve("study.yml"), study);
    List<String> lines = new ArrayList<>(rows);
    lines.add(0, HEADER);
    Files.write(own.resolve("survey.csv"), lines);
    return own;
  }

  private Path run(String name, String study, List<String> rows, String parts) throws IOException {
    Path own = study(name, study, rows);
    Runs.Result result =
        Runs.command(
            "run", own.toString(), "--out", own.resolve("out").toString(), "--parts", parts);
    assertEquals(0, result.exit(), result.err());
    return own.resolve("out/dirty");
  }

  @Test
  void theFlowAddsUpAndTheLinesAreListed() throws IOException {
    Path report = run("plain", STUDY, rows(), "2");
    long read = 0;
    long others = 0;
    long aside = 0;
    for (CSVRecord row : Runs.table(report.resolve("tables/flow.csv"))) {
      long rows = Long.parseLong(row.get("rows"));
      assertTrue(rows > 0, row.get("step"));
      read += row.get("kind").equals("read") ? rows : 0;
      others += row.get("kind").equals("read") ? 0 : rows;
      aside += row.get("kind").equals("set_aside") ? rows : 0;
    }
    assertEquals(rows().size(), read);
    assertEquals(read, others);
    List<String> lines = Files.readAllLines(report.resolve("private/set-aside.csv"));
    assertEquals(aside, lines.size() - 1);
    for (String reason : List.of("no_consent", "same_answers", "too_fast", "too_few_answers")) {
      assertTrue(lines.stream().anyMatch(l -> l.endsWith("," + reason)), reason);
    }
  }

  @Test
  void anyOrderAndAnyPiecesGiveTheSameBytes() throws IOException {
    String study = STUDY.replace("public-use", "standard");
    Path expected = run("straight", study, rows(), "1");
    List<String> shuffled = rows();
    Collections.shuffle(shuffled, new Random(SEED));
    Path actual = run("shuffled", study, shuffled, "3");
    for (String file : List.of("report.html", "tables/flow.csv", "tables/quality.csv")) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file);
    }
    String html = Files.readString(expected.resolve("report.html"));
    assertTrue(html.contains("Answered too fast") && html.contains("Data quality"));
    assertFalse(html.contains("CANARY"));
  }

  @Test
  void checkSaysTheSameInEveryLocale() throws IOException {
    String study = STUDY.replace("public-use", "standard");
    Path own = study("check", study, rows());
    List<String> answers = new ArrayList<>();
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("en", "tr", "ar-EG-u-nu-arab", "de")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Runs.Result result = Runs.command("check", own.toString(), "--json", "--quiet");
        assertEquals(0, result.exit(), result.err());
        answers.add(result.out());
      }
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(1, answers.stream().distinct().count());
    JsonNode json = JsonMapper.shared().readTree(answers.get(0));
    assertEquals(1, json.get("version").asInt());
    assertTrue(json.get("ok").asBoolean());
    assertEquals("dirty", json.get("study").asString());
    assertEquals(3 + 1 + 10 + 1 + 10, json.get("mapping").size());
    assertEquals("read", json.get("flow").get(0).get("step").asString());
    assertTrue(json.get("withheld").size() > 0, answers.get(0));
    assertEquals("pss10.total", json.get("scales").get(0).get("measure").asString());
    assertEquals(4 + 3, json.get("quality").size());
    JsonNode risk = json.get("risk");
    assertEquals(20, risk.get("smallest_group").asInt());
    assertEquals(0, risk.get("share_in_small_groups").asInt());
    assertFalse(answers.get(0).contains("CANARY"));
  }

  @Test
  void checkNamesProblemsAndGivesTheExitCodeOfTheRun() throws IOException {
    String strict = STUDY.replace("unmapped: other, other: other", "unmapped: stop");
    Path own = study("strict", strict, rows());
    Runs.Result check = Runs.command("check", own.toString(), "--json", "--quiet");
    Runs.Result run = Runs.command("run", own.toString(), "--out", own.resolve("out").toString());
    assertEquals(3, check.exit());
    assertEquals(check.exit(), run.exit());
    JsonNode json = JsonMapper.shared().readTree(check.out());
    assertFalse(json.get("ok").asBoolean());
    assertEquals(3, json.get("exit").asInt());
    JsonNode problem = json.get("problems").get(0);
    assertEquals("E301", problem.get("code").asString());
    assertEquals("error", problem.get("severity").asString());
    assertTrue(problem.get("what").asString().contains("role"));
    assertFalse((check.out() + check.err() + run.err()).contains("CANARY"));
  }

  @Test
  void timesThatCannotBeReadStop() throws IOException {
    List<String> rows = rows();
    rows.set(3, "yes,CANARY,30,Nurse,Red,1,2,3,4,0,1,2,3,4,0");
    Path own = study("times", STUDY, rows);
    Runs.Result result = Runs.command("check", own.toString());
    assertEquals(3, result.exit());
    assertTrue(result.err().contains("E309") && result.err().contains("seconds"), result.err());
    assertFalse(result.err().contains("CANARY"), result.err());
    String dated =
        STUDY
            .replace(
                "{column: seconds, below", "{start: age, end: seconds, pattern: H:m d.M.y, below")
            .replace(", below_median: 30%", "");
    Runs.Result moments = Runs.command("check", study("dated", dated, rows()).toString());
    assertEquals(3, moments.exit());
    assertTrue(
        moments.err().contains("E317") && moments.err().contains("H:m d.M.y"), moments.err());
  }

  @Test
  void straightLinesNeedReversedItems() throws IOException {
    String study =
        STUDY
            .replace("pss10: \"p{1..10}\"", "gad2: [p1, p2]")
            .replace("minimum_answered: 50%", "straight_lining: [gad2]");
    Runs.Result result = Runs.command("check", study("lines", study, rows()).toString());
    assertEquals(2, result.exit(), result.err());
    assertTrue(result.err().contains("both directions"), result.err());
  }
}
