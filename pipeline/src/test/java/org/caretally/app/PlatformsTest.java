package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.caretally.instrument.Library;
import org.caretally.intake.Export;
import org.caretally.problem.Problems;
import org.caretally.study.draft.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One survey as eight platforms export it: all reports equal in every number; init knows each. */
class PlatformsTest {
  private static final List<String> PLATFORMS =
      List.of(
          "plain",
          "qualtrics",
          "redcap",
          "limesurvey",
          "surveymonkey",
          "google-forms",
          "microsoft-forms",
          "kobo");

  @TempDir static Path folder;

  private static void write() throws IOException {
    PlatformExports exports =
        new PlatformExports(Runs.table(Runs.ROOT.resolve("data/example/survey.csv")));
    for (String platform : PLATFORMS) {
      exports.write(platform, folder.resolve(platform));
    }
  }

  private static Map<String, String> tables(Path report) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> all = Files.list(report.resolve("tables"))) {
      for (Path file : all.toList()) {
        boolean items = file.endsWith("items.csv");
        tables.put(file.getFileName().toString(), items ? nameless(file) : Files.readString(file));
      }
    }
    return tables;
  }

  /** The table of items names the columns of the export, which differ. */
  private static String nameless(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    for (CSVRecord row : Runs.table(file)) {
      Map<String, String> cells = new TreeMap<>(row.toMap());
      cells.remove("column");
      rows.add(cells.toString());
    }
    Collections.sort(rows);
    return String.join("\n", rows);
  }

  @Test
  void allReportsAreEqualInEveryNumber() throws IOException {
    write();
    Map<String, String> expected = Map.of();
    for (String platform : PLATFORMS) {
      Path study = folder.resolve(platform);
      Runs.Result run =
          Runs.command("run", study.toString(), "--quiet", "--out", study.resolve("o").toString());
      assertEquals(0, run.exit(), platform + run.err());
      Map<String, String> tables = tables(Path.of(run.out().strip()).getParent());
      expected = expected.isEmpty() ? tables : expected;
      assertTrue(tables.size() > 4, tables.keySet().toString());
      assertEquals(expected.keySet(), tables.keySet(), platform);
      for (String table : expected.keySet()) {
        boolean same = expected.get(table).equals(tables.get(table));
        assertTrue(same, platform + " differs in " + table);
      }
    }
  }

  @Test
  void initKnowsThePlatformAndEveryInstrument() throws IOException {
    write();
    List<String> wanted =
        new ArrayList<>(
            PlatformExports.ITEMS.keySet().stream().map(PlatformExports::instrument).toList());
    wanted.add("sleep_hours");
    Collections.sort(wanted);
    for (String platform : PLATFORMS) {
      Path file = folder.resolve(platform).resolve("export.csv");
      Export export = Export.read(file, "export.csv", 5_000, new Problems()).orElseThrow();
      assertEquals(platform, export.header().dialect().id());
      Draft draft = Draft.of(export, Library.builtIn(), c -> Optional.empty());
      List<String> found = new ArrayList<>(draft.instruments());
      Collections.sort(found);
      assertEquals(wanted, found, platform + draft.lines("export.csv"));
    }
  }

  /** The proposal, once the line on support is filled in, gives scores without another word. */
  @Test
  void theProposedStudyRuns() throws IOException {
    write();
    for (String platform : List.of("google-forms")) {
      Path out = folder.resolve(platform).resolve("proposed.yml");
      Path file = folder.resolve(platform).resolve("export.csv");
      Runs.Result init = Runs.command("init", file.toString(), "--out", out.toString());
      assertEquals(0, init.exit(), init.err());
      String text = Files.readString(out);
      assertTrue(text.contains("# CHECK") && text.contains("# support:"), text);
      Files.writeString(out, text.replace("# support:", "support:"));
      Runs.Result again = Runs.command("init", file.toString(), "--out", out.toString());
      assertEquals(5, again.exit());
      assertTrue(again.err().contains("E503"), again.err());
      Runs.Result run =
          Runs.command("run", out.toString(), "--quiet", "--out", folder.resolve("p").toString());
      assertEquals(0, run.exit(), text + run.err());
    }
  }
}
