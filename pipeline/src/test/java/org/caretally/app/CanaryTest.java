package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, addresses, telephone numbers and sentences that occur nowhere else are planted in the
 * data, and searched for in everything a run of the program leaves behind: after success, after
 * failure, and after the process was killed. Each run is a process of its own with its own
 * temporary folder.
 */
class CanaryTest {
  /** Every planted text holds this, and nothing else does. */
  private static final String MARK = "Zq7x";

  private static final String UNUSED = MARK + "unused";

  private static final String STUDY =
      """
      version: 1
      id: canary
      title: A survey with secrets
      population: Nobody in particular
      files: [%s]
      key: id
      columns:
        team: {levels: [Red, Blue]}
        hours: {number: {min: 0, max: 100}}
      instruments: {gad7: "g{1..7}"}
      domains: {team: team}
      design: {weight: weight, strata: stratum, psu: unit}
      not_identifying: [stratum, unit, team, hours, id]
      """;

  private static final String FIRST =
      "id,name,mail,phone,remarks,team,hours,weight,stratum,unit,spare\n";
  private static final String SECOND = "id,g1,g2,g3,g4,g5,g6,g7,signed\n";

  @TempDir Path folder;

  private static String first(int i, String team, String hours, String weight) {
    return String.join(
            ",",
            MARK + "key" + i,
            UNUSED + "Name" + i + " Oddbury",
            UNUSED + i + "@example.org",
            "+44 7700 " + UNUSED + i,
            "\"I am " + UNUSED + i + ", and\nnobody \"\"else\"\"\"",
            team,
            hours,
            weight,
            MARK + "stratum" + i % 2,
            MARK + "unit" + i % 40,
            UNUSED + "spare")
        + "\n";
  }

  private static String second(int i, String answer) {
    return MARK
        + "key"
        + i
        + ("," + i % 4).repeat(6)
        + ","
        + answer
        + ","
        + UNUSED
        + "S"
        + i
        + "\n";
  }

  private void survey(int rows, boolean bad) throws IOException {
    StringBuilder one = new StringBuilder(FIRST);
    StringBuilder two = new StringBuilder(SECOND);
    for (int i = 0; i < rows; i++) {
      boolean odd = bad && i % 50 == 7;
      one.append(
          first(
              i,
              odd ? MARK + "team" + i : i % 3 == 0 ? "Red" : "Blue",
              odd ? MARK + " hours of a person" + i : "" + i % 60,
              odd ? MARK + "heavy" : "1.5"));
      two.append(second(i, odd ? MARK + " answered in words" : "" + i % 4));
    }
    Files.createDirectories(folder.resolve("study"));
    Files.writeString(folder.resolve("study/one.csv"), one);
    Files.writeString(folder.resolve("study/two.csv"), two);
    Files.writeString(folder.resolve("study/study.yml"), String.format(STUDY, "one.csv, two.csv"));
    Files.createDirectories(folder.resolve("around/tmp"));
  }

  private Process start(String command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    for (String flag :
        List.of(
            "lang",
            "lang.invoke",
            "lang.reflect",
            "io",
            "net",
            "nio",
            "util",
            "util.concurrent",
            "util.concurrent.atomic")) {
      line.add("--add-opens=java.base/java." + flag + "=ALL-UNNAMED");
    }
    for (String flag :
        List.of("sun.nio.ch", "sun.nio.cs", "sun.security.action", "sun.util.calendar")) {
      line.add("--add-opens=java.base/" + flag + "=ALL-UNNAMED");
    }
    line.add("-Djava.io.tmpdir=" + folder.resolve("around/tmp"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.caretally.app.Main"));
    line.addAll(List.of(command, folder.resolve("study").toString()));
    if (command.equals("run")) {
      line.addAll(List.of("--out", folder.resolve("around/reports").toString()));
    }
    line.addAll(List.of("--parts", "4", "--debug"));
    return new ProcessBuilder(line)
        .directory(folder.resolve("around").toFile())
        .redirectOutput(folder.resolve("around/out.txt").toFile())
        .redirectError(folder.resolve("around/err.txt").toFile())
        .start();
  }

  private int finish(Process process) throws InterruptedException {
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the run does not end");
    return process.exitValue();
  }

  /** Returns the files around the run that hold a text, in any of two encodings. */
  private List<Path> holding(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("around"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        String wide = new String(bytes, StandardCharsets.UTF_16LE);
        if (narrow.contains(text) || wide.contains(text)) {
          found.add(folder.resolve("around").relativize(file));
        }
      }
    }
    return found;
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("around/err.txt"));
  }

  /** Nothing of Spark's stays, in the temporary folder or beside the reports. */
  private void nothingLeft(List<String> reports) throws IOException {
    assertEquals(List.of(), names("around/tmp"));
    List<String> all = new ArrayList<>(names("around/reports"));
    // the key that marks data for the ledger of releases; nothing of the data
    all.remove("releases");
    assertEquals(reports, all);
  }

  private List<String> names(String name) throws IOException {
    if (!Files.exists(folder.resolve(name))) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.resolve(name))) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void afterSuccess() throws Exception {
    survey(3_000, false);
    assertEquals(0, finish(start("run")), err());
    assertTrue(err().contains("W202") && err().contains("\"mail\""), err());
    assertEquals(List.of(), holding(MARK));
    nothingLeft(List.of("canary"));
    assertTrue(Files.size(folder.resolve("around/reports/canary/report.html")) > 10_000);
  }

  @Test
  void afterFailure() throws Exception {
    survey(3_000, true);
    assertEquals(3, finish(start("check")), err());
    assertTrue(err().contains("E301") && err().contains("E309"), err());
    assertEquals(List.of(), holding(MARK));
    nothingLeft(List.of());
  }

  /**
   * A killed process cannot tidy up: what it leaves is the owner's alone, and the next run's to
   * remove.
   */
  @Test
  void afterKill() throws Exception {
    survey(60_000, false);
    Process process = start("run");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (holding(MARK).isEmpty() && process.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertTrue(process.isAlive(), "ended before it could be killed: " + err());
    process.toHandle().destroyForcibly();
    finish(process);
    assertEquals(List.of(), holding(UNUSED));
    List<Path> left = holding(MARK);
    assertFalse(left.isEmpty(), "nothing was spilled when it was killed; the test proves nothing");
    for (Path file : left) {
      assertTrue(
          file.toString().contains(".partial-") && file.toString().contains("scratch"),
          file.toString());
      Path scratch = folder.resolve("around").resolve(file.subpath(0, 3));
      assertEquals("scratch", scratch.getFileName().toString());
      if (File.separatorChar == '/') {
        assertEquals(
            "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch)));
      }
    }
    survey(3_000, true);
    assertEquals(3, finish(start("run")), err());
    assertEquals(List.of(), holding(MARK));
    nothingLeft(List.of());
  }
}
