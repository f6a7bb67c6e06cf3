package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.caretally.report.NuCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as a visitor gets it: a valid page, and a script in R that finds its numbers. */
class ReproduceTest {
  @TempDir Path folder;

  private record Answer(int exit, String text) {
    /** Returns how many published results were recomputed. */
    int compared() {
      Matcher matcher = Pattern.compile("(?m)^(\\d+) published results recomputed").matcher(text);
      assertTrue(matcher.find(), text);
      return Integer.parseInt(matcher.group(1));
    }
  }

  private Answer r(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("Rscript"));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "r", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: Rscript is not installed");
      throw e;
    }
    try {
      assertTrue(process.waitFor(300, TimeUnit.SECONDS), "R gives no answer");
    } finally {
      process.destroyForcibly();
    }
    return new Answer(process.exitValue(), Files.readString(log));
  }

  private void surveyIsThere() throws Exception {
    assumeTrue(
        r("-e", "library(survey)").exit() == 0, "skipped: R's package survey is not installed");
  }

  private Path run(Path study) {
    Runs.Result run =
        Runs.command("run", study.toString(), "--out", folder.resolve("out").toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip()).resolveSibling("tables").resolve("estimates.csv");
  }

  private Path export(Path study, String... more) {
    List<String> line = new java.util.ArrayList<>();
    line.addAll(List.of("export", study.toString(), "--out", folder.resolve("rows").toString()));
    line.addAll(List.of("--waiver", "a test"));
    line.addAll(List.of(more));
    Runs.Result result = Runs.command(line.toArray(String[]::new));
    assertEquals(0, result.exit(), result.err());
    return folder.resolve("rows");
  }

  @Test
  void theExampleIsValidAndRecomputed() throws Exception {
    Path study = Runs.ROOT.resolve("data/example");
    Path estimates = run(study);
    Path page = estimates.getParent().resolveSibling("report.html");
    assertEquals(List.of(), NuCheck.found(Files.readString(page)));
    surveyIsThere();
    Path rows = export(study, "--design");
    String script = rows.resolve("reproduce.R").toString();
    Answer answer = r(script, estimates.toString());
    assertEquals(0, answer.exit(), answer.text());
    assertTrue(answer.compared() > 1000, answer.text());
    assertTrue(answer.text().contains("ci_high"), answer.text());
    anErrorIsFound(script, estimates);
    List<CSVRecord> people = Runs.table(rows.resolve("people.csv"));
    assertTrue(people.stream().allMatch(p -> p.get("psu").matches("\\d+")));
    assertEquals(
        List.of("stratum", "psu", "fpc"),
        people.get(0).getParser().getHeaderNames().stream()
            .filter(n -> List.of("stratum", "psu", "fpc").contains(n))
            .toList());
  }

  private void anErrorIsFound(String script, Path estimates) throws Exception {
    List<String> lines = Files.readAllLines(estimates);
    String wrong = lines.get(1).replace(",6.17,", ",6.27,");
    assertFalse(wrong.equals(lines.get(1)), lines.get(1));
    Path other = folder.resolve("wrong.csv");
    Files.write(other, List.of(lines.get(0), wrong));
    Answer answer = r(script, other.toString());
    assertEquals(1, answer.exit(), answer.text());
    assertTrue(answer.text().contains("Numbers differ by more than their rounding"), answer.text());
  }

  @Test
  void nhanesIsRecomputed() throws Exception {
    surveyIsThere();
    RealStudy nhanes = RealStudy.in(folder, "nhanes-2017-2018");
    Path study = nhanes.folder().resolve("study.yml");
    String text = Files.readString(study);
    Files.writeString(study, text.replace("disclosure: standard", "disclosure: public-use"));
    Path estimates = run(study);
    String script = export(study, "--design").resolve("reproduce.R").toString();
    Answer answer = r(script, estimates.toString(), "--all");
    assertEquals(0, answer.exit(), answer.text());
    assertTrue(answer.compared() > 40, answer.text());
    String plain = export(study).resolve("reproduce.R").toString();
    Answer shares = r(plain, estimates.toString());
    assertEquals(0, shares.exit(), shares.text());
    assertTrue(shares.text().contains("errors and intervals were not compared"), shares.text());
  }
}
