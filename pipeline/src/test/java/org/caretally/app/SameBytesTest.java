package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example's report does not depend on the order of rows, on pieces, on cores or on the locale:
 * not by a byte.
 */
class SameBytesTest {
  private static final long SEED = 20261125L;
  private static final List<String> FILES =
      List.of(
          "report.html",
          "results.json",
          "datapackage.json",
          "tables/estimates.csv",
          "tables/correlations.csv",
          "tables/bands.csv");

  @TempDir Path folder;

  @Test
  void orderPiecesCoresAndLocale() throws IOException {
    Path straight = study("straight", 0);
    Path expected = run(straight, "once", "1", "local[1]", Locale.ROOT);
    Path again = run(straight, "again", "2", "local[2]", Locale.ROOT);
    same(expected, again);
    Path shuffled = study("shuffled", SEED);
    same(expected, run(shuffled, "german", "5", "local[2]", Locale.GERMANY));
    same(expected, run(study("other", SEED + 1), "turkish", "8", "local[2]", turkish()));
  }

  private static Locale turkish() {
    return Locale.forLanguageTag("tr-TR");
  }

  private Path study(String name, long seed) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy);
    Path example = Runs.ROOT.resolve("data/example");
    Files.copy(example.resolve("study.yml"), copy.resolve("study.yml"));
    List<String> lines = new ArrayList<>(Files.readAllLines(example.resolve("survey.csv")));
    if (seed != 0) {
      Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
    }
    Files.write(copy.resolve("survey.csv"), lines);
    return copy;
  }

  private Path run(Path study, String out, String parts, String master, Locale locale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      Path target = folder.resolve("out-" + out);
      Runs.Result result =
          Runs.command(
              "run",
              study.toString(),
              "--out",
              target.toString(),
              "--parts",
              parts,
              "--master",
              master);
      assertEquals(0, result.exit(), result.err());
      return target.resolve("example-2026");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void same(Path expected, Path actual) throws IOException {
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file + " differs, seed " + SEED);
    }
  }
}
