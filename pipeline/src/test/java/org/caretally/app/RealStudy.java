package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A study of the project beside the real data it speaks about, in a folder of the test.
 *
 * @param folder holds the study files, their instruments and the data
 * @param reference answers of R
 */
record RealStudy(Path folder, JsonNode reference) {

  /** Tables of one run as a user gets them. */
  record Tables(List<CSVRecord> estimates, List<CSVRecord> correlations, List<CSVRecord> bands) {

    /** Returns the row of a measure; domain and level are empty for everybody. */
    CSVRecord estimate(String domain, String level, String measure) {
      return only(
          estimates.stream()
              .filter(r -> at(r, domain, level) && r.get("measure").equals(measure))
              .toList(),
          domain + "/" + level + " " + measure);
    }

    /** Returns the row of a pair, whichever of the two comes first. */
    CSVRecord correlation(String domain, String level, String x, String y) {
      List<String> pair = List.of(x, y);
      return only(
          correlations.stream()
              .filter(r -> at(r, domain, level) && !x.equals(y))
              .filter(r -> pair.contains(r.get("x")) && pair.contains(r.get("y")))
              .toList(),
          domain + "/" + level + " " + x + " " + y);
    }

    /** Returns the bands of a scale among everybody, from the lowest. */
    List<CSVRecord> bands(String scale) {
      return bands.stream().filter(r -> at(r, "", "") && r.get("scale").equals(scale)).toList();
    }

    private static boolean at(CSVRecord r, String domain, String level) {
      return r.get("domain").equals(domain) && r.get("level").equals(level);
    }

    private static CSVRecord only(List<CSVRecord> rows, String what) {
      assertEquals(1, rows.size(), "rows of " + what);
      return rows.get(0);
    }
  }

  /**
   * Copies study and data to a folder; the test is skipped when the data are not on this machine.
   */
  static RealStudy in(Path folder, String name) throws IOException {
    Path data = Runs.shared(name);
    assumeTrue(Files.isDirectory(data), "the data of " + name + " are not on this machine");
    Path own = Runs.ROOT.resolve("data/studies").resolve(name);
    Path study = folder.resolve("study");
    Runs.copy(own, study);
    if (Files.isDirectory(own.resolve("instruments"))) {
      Runs.copy(own.resolve("instruments"), study.resolve("instruments"));
    }
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        String fileName = file.getFileName().toString();
        if (fileName.endsWith(".csv")) {
          Files.copy(file, study.resolve(fileName));
        } else if (fileName.endsWith(".csv.gz")) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, study.resolve(fileName.replace(".gz", "")));
          }
        }
      }
    }
    String reference = Files.readString(data.resolve("reference.json"));
    return new RealStudy(study, JsonMapper.shared().readTree(reference));
  }

  /** Runs one study file as it is. */
  Tables run(String file) throws IOException {
    Path out = folder.resolveSibling("reports-" + file);
    Runs.Result result =
        Runs.command("run", folder.resolve(file).toString(), "--out", out.toString());
    assertEquals(0, result.exit(), result.err());
    Path tables = Path.of(result.out().strip()).resolveSibling("tables");
    return new Tables(
        Runs.table(tables.resolve("estimates.csv")),
        Runs.table(tables.resolve("correlations.csv")),
        Runs.table(tables.resolve("bands.csv")));
  }

  /** Runs one study file with the protection switched off, which rounds what is published. */
  Tables runUnrounded(String file) throws IOException {
    Path study = folder.resolve(file);
    String text = Files.readString(study);
    assertTrue(text.contains("disclosure: standard"), file + " has another protection");
    Files.writeString(study, text.replace("disclosure: standard", "disclosure: public-use"));
    return run(file);
  }
}
