package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caretally.instrument.Library;
import org.caretally.intake.Export;
import org.caretally.problem.Problems;
import org.caretally.study.draft.Draft;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real exports as raw as they are: each is recognised, every column and row is accounted for, and
 * the proposed study file can be read and run or says with a code what is wrong. The table goes to
 * {@code target/init.txt}.
 */
class InitTest {
  private static final List<String> FOLDERS =
      List.of(
          "platform-qualtrics",
          "platform-redcap",
          "platform-limesurvey",
          "platform-google-forms",
          "platform-surveymonkey-538",
          "ospo-surveymonkey",
          "osmi-2014-2016",
          "rse-2016-2017");

  /** Platform, header rows, columns, rows with something in them, rows with nothing. */
  private record Shape(String platform, int headers, int columns, int rows, int empty) {}

  private static final Map<String, Shape> EXPECTED = expected();

  @TempDir Path folder;

  /** Counts are those of the data sets' own descriptions, made with other software. */
  private static Map<String, Shape> expected() {
    Map<String, Shape> all = new LinkedHashMap<>();
    all.put("qtools_many_types_insights.csv", new Shape("qualtrics", 3, 190, 5, 0));
    all.put("qtools_many_types_legacy.csv", new Shape("qualtrics", 2, 190, 5, 0));
    all.put("qtools_matrix_single_insights.csv", new Shape("qualtrics", 3, 30, 5, 0));
    all.put("qtools_matrix_single_legacy.csv", new Shape("qualtrics", 2, 30, 5, 0));
    all.put("qtools_multi_answer_insights.csv", new Shape("qualtrics", 3, 36, 5, 0));
    all.put("qtools_multi_answer_legacy.csv", new Shape("qualtrics", 2, 36, 5, 0));
    all.put("qualtRics_sample.csv", new Shape("qualtrics", 3, 20, 1, 0));
    all.put("qualtRics_sample_legacy.csv", new Shape("qualtrics", 2, 16, 1, 0));
    all.put("uw_madison_open_source_2024.csv", new Shape("qualtrics", 3, 48, 384, 0));
    all.put("checkboxes-1/data.csv", new Shape("redcap", 1, 13, 4, 0));
    all.put("potentially-problematic-values/data.csv", new Shape("redcap", 1, 5, 2, 0));
    all.put("repeating-instruments/data.csv", new Shape("redcap", 1, 15, 6, 0));
    all.put("simple/data.csv", new Shape("redcap", 1, 24, 5, 0));
    all.put("survey/data.csv", new Shape("redcap", 1, 33, 2, 0));
    all.put("validation-types-1/data.csv", new Shape("redcap", 1, 52, 1, 0));
    all.put("survey_998192_R_data_file.csv", new Shape("limesurvey", 1, 71, 7, 0));
    all.put("student_mental_health_iium_2020.csv", new Shape("google-forms", 1, 11, 101, 0));
    all.put("comma_survey_2014.csv", new Shape("surveymonkey", 1, 13, 1129, 0));
    all.put("star_wars_2014.csv", new Shape("surveymonkey", 2, 38, 1186, 0));
    all.put("ospo_2018.csv", new Shape("surveymonkey", 2, 174, 748, 0));
    all.put("ospo_2020.csv", new Shape("surveymonkey", 2, 270, 1026, 378));
    all.put("ospo_2022_numeric.csv", new Shape("surveymonkey", 3, 321, 1048, 0));
    all.put("osmi_2014.csv", new Shape("google-forms", 1, 27, 1259, 0));
    all.put("osmi_2016.csv", new Shape("plain", 1, 63, 1433, 0));
    all.put("rse_2016_uk.csv", new Shape("limesurvey", 1, 67, 273, 0));
    all.put("rse_2017_uk.csv", new Shape("limesurvey", 1, 245, 253, 0));
    all.put("rse_2017_us.csv", new Shape("limesurvey", 1, 242, 164, 0));
    return all;
  }

  @Test
  void realExportsAreRecognisedAndAccountedFor() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Runs.shared(FOLDERS.get(0))), "no shared data");
    List<String> table = new ArrayList<>();
    table.add("file | platform | headers | columns | rows | columns by use | study file then run");
    int known = 0;
    for (String name : FOLDERS) {
      for (Path file : csv(Runs.shared(name))) {
        known += one(name, file, table) ? 1 : 0;
      }
    }
    Files.write(Files.createDirectories(Path.of("target")).resolve("init.txt"), table);
    assertEquals(EXPECTED.size(), known);
  }

  private static List<Path> csv(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
  }

  /** Returns whether the file is one of those whose shape is known. */
  private boolean one(String owner, Path file, List<String> table) throws IOException {
    String name = Runs.shared(owner).relativize(file).toString();
    Path study = folder.resolve(owner).resolve(name + ".yml");
    Runs.Result init = Runs.command("init", file.toString(), "--out", study.toString());
    assertEquals(0, init.exit(), name + init.err());
    Export export = Export.read(file, name, 5_000, new Problems()).orElseThrow();
    Draft draft = Draft.of(export, Library.builtIn(), c -> Optional.empty());
    int columns = draft.account().values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(export.header().columns().size(), columns, name);
    assertEquals(List.of(), draft.instruments(), name);
    Shape shape =
        new Shape(
            export.header().dialect().id(),
            export.header().records(),
            columns,
            export.rows().size(),
            export.empty());
    if (EXPECTED.containsKey(name)) {
      assertEquals(EXPECTED.get(name), shape, name);
    } else {
      assertEquals("plain", shape.platform(), name);
    }
    Runs.Result run =
        Runs.command("run", study.toString(), "--quiet", "--out", folder.resolve("o").toString());
    assertFalse(run.err().contains("Exception") || run.err().contains("fault"), name + run.err());
    assertTrue(List.of(0, 2, 3).contains(run.exit()), name + run.err());
    table.add(
        owner
            + "/"
            + name
            + " | "
            + shape.platform()
            + (export.guessed() ? " (encoding guessed)" : "")
            + " | "
            + shape.headers()
            + " | "
            + columns
            + " | "
            + shape.rows()
            + " + "
            + shape.empty()
            + " empty | "
            + draft.account()
            + " | "
            + (run.exit() == 0 ? "report" : run.err().replaceAll("(?s)^(\\S+).*", "$1")));
    return EXPECTED.containsKey(name);
  }
}
