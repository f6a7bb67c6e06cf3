package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad inputs as a user meets them: each ends with its code and exit code, says where and how to
 * mend it, shows no stack trace and no cell value, and leaves no half report.
 */
class BadInputTest {
  private static final String STUDY =
      """
      version: 1
      id: small
      title: A small survey
      population: Nobody in particular
      files: [survey.csv]
      missing: [NA]
      columns:
        team: {levels: [Red, Blue]}
        hours: {number: {min: 0, max: 100, decimals: 0, higher: neutral}}
      instruments:
        gad7: "g{1..7}"
      domains:
        team: team
      design: {weight: weight, strata: stratum, psu: unit}
      """;
  private static final String HEADER = "weight,stratum,unit,team,hours,g1,g2,g3,g4,g5,g6,g7\n";

  @TempDir Path folder;

  private static String row(int i) {
    String team = i % 2 == 0 ? "Red" : "Blue";
    int g = i % 4;
    return "1.5,s"
        + i % 2
        + ",u"
        + i % 8
        + ","
        + team
        + ","
        + (30 + i % 20)
        + (",Several days".repeat(3))
        + ("," + g).repeat(4)
        + "\n";
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    IntStream.range(0, 80).forEach(i -> rows.append(row(i)));
    return rows.toString();
  }

  private Runs.Result run(String study, String data) throws IOException {
    Files.writeString(folder.resolve("study.yml"), study);
    Files.writeString(folder.resolve("survey.csv"), data);
    return Runs.command(
        "run", folder.toString(), "--out", folder.resolve("reports").toString(), "--parts", "2");
  }

  /** Runs and checks everything that holds for every bad input. */
  private String refused(String code, int exit, String study, String data) throws IOException {
    Runs.Result result = run(study, data);
    String err = result.err();
    assertTrue(err.contains(code), "expected " + code + " in\n" + err);
    assertEquals(exit, result.exit(), err);
    assertFalse(err.contains("Exception") || err.contains("\tat "), err);
    assertEquals("", result.out());
    Path reports = folder.resolve("reports");
    if (Files.exists(reports)) {
      try (Stream<Path> left = Files.list(reports)) {
        assertEquals(List.of(), left.toList(), "something was left behind");
      }
    }
    return err;
  }

  @Test
  void theGoodSurveyRuns() throws IOException {
    Runs.Result result = run(STUDY, HEADER + rows());
    assertEquals(0, result.exit(), result.err());
    assertTrue(Files.exists(Path.of(result.out().strip())));
    // and again over the first report
    assertEquals(0, run(STUDY, HEADER + rows()).exit());
  }

  @Test
  void missingFile() throws IOException {
    String err = refused("E201", 3, STUDY.replace("[survey.csv]", "[surveys.csv]"), HEADER);
    assertTrue(err.contains("survey.csv"), err);
    assertTrue(err.contains("study.yml:5"), err);
  }

  @Test
  void emptyFile() throws IOException {
    refused("E202", 3, STUDY, "");
  }

  @Test
  void headerOnly() throws IOException {
    refused("E203", 3, STUDY, HEADER);
  }

  @Test
  void wrongDelimiter() throws IOException {
    String study = STUDY.replace("[survey.csv]", "[{path: survey.csv, delimiter: \";\"}]");
    refused("E204", 3, study, HEADER + rows());
  }

  @Test
  void raggedRows() throws IOException {
    String err = refused("E205", 3, STUDY, HEADER + rows() + "1,s0,u0,Red,1\n");
    assertTrue(err.contains("line 82") && err.contains("12 fields"), err);
  }

  @Test
  void aRepeatedNameStopsOnlyAStudyThatUsesIt() throws IOException {
    String rows = rows().replace("\n", ",x,y\n");
    String err = refused("E206", 3, STUDY, HEADER.replace("g7\n", "g7,g7,other\n") + rows);
    assertTrue(err.contains("\"g7 (1)\", \"g7 (2)\"") && err.contains("fix: g7 (1)"), err);
    String unused = HEADER.replace("g7\n", "g7,other,other\n") + rows;
    assertEquals(0, run(STUDY, unused).exit());
    String named = STUDY.replace("\"g{1..7}\"", "[\"g{1..6}\", g7 (1)]");
    assertEquals(0, run(named, HEADER.replace("g7\n", "g7,g7,other\n") + rows).exit());
  }

  @Test
  void emptyRowsAndEmptyCellsAtTheEndAreAcceptedAndCounted() throws IOException {
    String data = HEADER + rows().replace("\n", ",,\n") + ",".repeat(11) + "\n\"\"\n";
    Runs.Result result = run(STUDY, data);
    assertEquals(0, result.exit(), result.err());
    Path aside = folder.resolve("reports/small/private/set-aside.csv");
    assertEquals(3, Files.readAllLines(aside).size(), Files.readString(aside));
  }

  @Test
  void unclosedQuote() throws IOException {
    String err = refused("E208", 3, STUDY, HEADER + rows() + "1,s0,u0,\"Red,1,0,0,0,0,0,0,0\n");
    assertTrue(err.contains("survey.csv:82"), err);
  }

  @Test
  void unknownLabelIsCountedAndNeverEchoed() throws IOException {
    String secret = "Utterly private answer";
    String bad = rows().replaceFirst("Several days", secret);
    String err = refused("E301", 3, STUDY, HEADER + bad);
    assertTrue(err.contains("\"g1\"") && err.contains("line 2"), err);
    assertFalse(err.contains(secret), err);
  }

  @Test
  void codeOutOfRangeAndTextInANumber() throws IOException {
    String bad = rows() + "1,s0,u0,Red,777,0,0,0,0,0,0,0\n" + "1,s0,u0,Red,many,0,0,0,0,0,0,9\n";
    String err = refused("E302", 3, STUDY, HEADER + bad);
    assertTrue(err.contains("E309") && err.contains("\"hours\"") && err.contains("\"g7\""), err);
    assertFalse(err.contains("777") || err.contains("many"), err);
  }

  @Test
  void weights() throws IOException {
    String bad =
        rows()
            + "heavy,s0,u0,Red,1,0,0,0,0,0,0,0\n"
            + "-2,s0,u0,Red,1,0,0,0,0,0,0,0\n"
            + "0,s0,u0,Red,1,0,0,0,0,0,0,0\n"
            + "0.00000001,s0,u0,Red,1,0,0,0,0,0,0,0\n";
    String err = refused("E303", 3, STUDY, HEADER + bad);
    for (String code : List.of("E304", "E305", "E311")) {
      assertTrue(err.contains(code), err);
    }
    assertFalse(err.contains("heavy"), err);
  }

  @Test
  void zeroWeightsMayBeSetAside() throws IOException {
    String study = STUDY.replace("{weight: weight,", "{weight: weight, zero_weights: set_aside,");
    Runs.Result result = run(study, HEADER + rows() + "0,s0,u0,Red,1,0,0,0,0,0,0,0\n");
    assertEquals(0, result.exit(), result.err());
    Path aside = folder.resolve("reports/small/private/set-aside.csv");
    assertEquals("line,reason\n82,zero_weight\n", Files.readString(aside));
  }

  @Test
  void lonelyPsu() throws IOException {
    String bad = rows() + "1,alone,u0,Red,1,0,0,0,0,0,0,0\n";
    String err = refused("E306", 3, STUDY, HEADER + bad);
    assertTrue(err.contains("1 of 3 strata") && err.contains("lonely_psu"), err);
    assertFalse(err.contains("alone,"), err);
  }

  @Test
  void strataWithoutName() throws IOException {
    refused("E313", 3, STUDY, HEADER + rows() + "1,,u0,Red,1,0,0,0,0,0,0,0\n");
  }

  @Test
  void nobodyLeft() throws IOException {
    String study = STUDY + "analysis: {label: Hard workers, where: [{variable: hours, min: 99}]}\n";
    refused("E312", 3, study, HEADER + rows());
  }

  @Test
  void typosInTheStudyFileAreAllToldAtOnce() throws IOException {
    String study =
        STUDY
            .replace("population:", "populaton:")
            .replace("gad7:", "gad8:")
            .replace("weight: weight", "weight: wieght");
    String err = refused("E103", 2, study, HEADER + rows());
    assertTrue(err.contains("study.yml:4") && err.contains("\"population\""), err);
  }

  @Test
  void namesThatTheDataDoNotHave() throws IOException {
    String study = STUDY.replace("gad7:", "gad8:").replace("weight: weight", "weight: wieght");
    String err = refused("E107", 2, study, HEADER + rows());
    assertTrue(err.contains("E110") && err.contains("gad7") && err.contains("\"weight\""), err);
  }

  @Test
  void anOutputFolderThatIsNotOurs() throws IOException {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("small"));
    Files.writeString(taken.resolve("small/thesis.txt"), "mine");
    Files.writeString(folder.resolve("study.yml"), STUDY);
    Files.writeString(folder.resolve("survey.csv"), HEADER + rows());
    Runs.Result result = Runs.command("run", folder.toString(), "--out", taken.toString());
    assertEquals(5, result.exit(), result.err());
    assertTrue(result.err().contains("E502"), result.err());
    assertEquals("mine", Files.readString(taken.resolve("small/thesis.txt")));
  }

  @Test
  void anOutputFolderThatCannotBeMade() throws IOException {
    Path file = folder.resolve("a-file");
    Files.writeString(file, "not a folder");
    Files.writeString(folder.resolve("study.yml"), STUDY);
    Files.writeString(folder.resolve("survey.csv"), HEADER + rows());
    Runs.Result result = Runs.command("run", folder.toString(), "--out", file.toString());
    assertEquals(5, result.exit(), result.err());
    assertTrue(result.err().contains("E501"), result.err());
  }

  /** Products of cells once overflowed without a sign when a grid was very fine. */
  @Test
  void aSurveyOfAHandfulOfPeopleIsNotPublished() throws IOException {
    String three = rows().lines().limit(3).map(l -> l + "\n").reduce("", String::concat);
    String study =
        STUDY.replace(
            "design: {weight: weight, strata: stratum, psu: unit}", "design: {weight: weight}");
    String err = refused("E403", 4, study, HEADER + three);
    assertTrue(err.contains("so few people"), err);
  }

  @Test
  void aQuestionOnSelfHarmNeedsALineOfSupport() throws IOException {
    String study = STUDY.replace("gad7: \"g{1..7}\"", "phq9: \"g{1..9}\"");
    String header = HEADER.replace("g7\n", "g7,g8,g9\n");
    String rows = rows().replace("\n", ",0,1\n");
    String err = refused("E115", 2, study, header + rows);
    assertTrue(
        err.contains("phq9") && err.contains("support: [") && err.contains("study.yml:11"), err);
    Runs.Result supported = run(study + "support: [Call us]\n", header + rows);
    assertEquals(0, supported.exit(), supported.err());
  }

  @Test
  void aGridTooFineToMultiply() throws IOException {
    String people = STUDY.replace(", strata: stratum, psu: unit", "");
    String fine = people.replace("max: 100, decimals: 0", "max: 100, decimals: 4");
    String err = refused("E316", 3, fine, HEADER + rows());
    assertTrue(err.contains("\"hours\""), err);
    assertEquals(0, run(people, HEADER + rows()).exit());
  }

  @Test
  void unknownOptionsAreRefused() {
    Runs.Result result = Runs.command("run", "study.yml", "--no-such-option");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--no-such-option"), result.err());
  }
}
