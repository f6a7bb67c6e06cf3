package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} says what profiles withhold and what joining saves; a run then bears it out. */
class AdviceRunTest {
  @TempDir Path folder;

  private void study(int regions) throws IOException {
    StringBuilder data = new StringBuilder("job,region,g1,g2,g3,g4,g5,g6,g7\n");
    StringBuilder levels = new StringBuilder("R0");
    for (int r = 1; r < regions; r++) {
      levels.append(", R").append(r);
    }
    for (int i = 0; i < 420; i++) {
      data.append(i % 12 == 0 ? "D" : i % 11 == 0 ? "C" : i % 2 == 0 ? "B" : "A");
      data.append(",R").append(i / 12 % regions);
      for (int item = 0; item < 7; item++) {
        data.append(",").append((i * 5 + item * i + i / 7) % 4 * (i % 3 == 0 ? 1 : 0));
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: small\ntitle: T\npopulation: P\nfile: s.csv\n"
            + "columns:\n  job: {levels: [A, B, C, D]}\n  region: {levels: ["
            + levels
            + "]}\ninstruments: {gad7: \"g{1..7}\"}\n"
            + "domains: {job: job, region: region, both: {of: [job, region], label: Both}}\n");
  }

  private String check(String... more) {
    String[] all = new String[3 + more.length];
    all[0] = "check";
    all[1] = folder.toString();
    all[2] = "--quiet";
    System.arraycopy(more, 0, all, 3, more.length);
    Runs.Result check = Runs.command(all);
    assertEquals(0, check.exit(), check.err());
    return check.out();
  }

  private static long number(String text, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(text);
    assertTrue(m.find(), pattern + " in " + text);
    return Long.parseLong(m.group(1));
  }

  private long withheldInRun() throws IOException {
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    Path report = Path.of(run.out().strip());
    return Runs.table(report.resolveSibling("tables/estimates.csv")).stream()
        .filter(r -> r.get("status").equals("confidential"))
        .count();
  }

  @Test
  void strictWithholdsMoreThanStandardAndTheSavingIsReal() throws IOException {
    study(3);
    String text = check("--advise");
    long strict = number(text, "strict +\\d+ +(\\d+)");
    long standard = number(text, "standard +yes +\\d+ +(\\d+)");
    assertTrue(strict > standard && standard > 0, text);
    assertEquals(standard, withheldInRun());
    long then = number(text, "Both +\\d+ +(\\d+) +leave it out");
    Path file = folder.resolve("study.yml");
    Files.writeString(
        file, Files.readString(file).replace(", both: {of: [job, region], label: Both}", ""));
    assertEquals(then, withheldInRun());
    assertFalse(check().contains("What joining"), "only when asked for");
  }

  @Test
  void aCrossingThatIsMostlyTooSmallIsLeftOut() throws IOException {
    study(14);
    Runs.Result check = Runs.command("check", folder.toString(), "--quiet");
    assertTrue(check.err().contains("W401") && check.err().contains("both"), check.err());
    assertTrue(check.out().contains("Both is not shown"), check.out());
    withheldInRun();
    Path tables = folder.resolve("out/small/tables");
    String estimates = Files.readString(tables.resolve("estimates.csv"));
    assertFalse(estimates.contains(",both,"), "no row of the crossing");
    assertTrue(estimates.contains(",region,"));
  }
}
