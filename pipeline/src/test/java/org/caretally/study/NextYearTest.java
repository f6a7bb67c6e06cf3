package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that stands alone, its successor, and what others published. */
class NextYearTest {
  private static final String HEAD = "version: 1\ntitle: T\npopulation: P\n";
  private static final String REST =
      "columns:\n  job: {levels: [a, b], recode: {file: jobs.csv, unmapped: missing}}\n"
          + "instruments: {gad7: \"g{1..7}\"}\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void theResolvedStudyReadsBackTheSameWithoutItsFiles() throws IOException {
    write("in/jobs.csv", "from,to\nalpha,a\nbeta,b\n\"no: \"\"x\"\"\",\n");
    write("in/heads.csv", "job,count\na,100\nb,50\n");
    Path file =
        write(
            "in/s.yml",
            HEAD
                + "files: [../data/x.csv]\nwave: \"2025\"\n"
                + REST
                + "weighting: {margins: [{variable: job, file: heads.csv}]}\n");
    Study study = StudyReader.read(file);
    String text = Resolved.text(study);
    assertFalse(text.contains("../") || text.contains("heads.csv") || text.contains("jobs.csv"));
    Study back = StudyReader.read(write("alone/s.yml", text));
    assertEquals("s", back.id());
    assertEquals("x.csv", back.files().get(0).name());
    assertEquals(
        study.columns().get("job").treatment().recode().orElseThrow().table(),
        back.columns().get("job").treatment().recode().orElseThrow().table());
    assertEquals(
        study.design().weighting().orElseThrow().tables().get(0).counts(),
        back.design().weighting().orElseThrow().tables().get(0).counts());
  }

  @Test
  void aNewWaveIsAddedWhereWavesHaveFiles() throws IOException {
    write("jobs.csv", "from,to\nalpha,a\n");
    Path old =
        write(
            "old.yml",
            HEAD
                + "waves:\n"
                + "  2024: {file: a.csv}\n"
                + "  2025: {file: b.csv, columns: {job: {column: role}}}\n"
                + REST);
    Study next = StudyReader.read(write("new.yml", Carried.text(old, "c.csv", folder, "2026")));
    assertEquals("2026", next.wave().label());
    assertEquals("c.csv", next.files().get(0).name());
    assertEquals("role", next.columns().get("job").column());
    assertEquals(2, next.years().earlier().size());
    ProblemException none =
        assertThrows(ProblemException.class, () -> Carried.text(old, "c.csv", folder, ""));
    assertTrue(none.problems().get(0).fix().contains("--wave"));
  }

  @Test
  void aStudyThatJoinsFilesIsNotCarriedOverFromOneExport() throws IOException {
    write("jobs.csv", "from,to\nalpha,a\n");
    Path old = write("old.yml", HEAD + "files: [a.csv, b.csv]\nkey: id\n" + REST);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> Carried.text(old, "c.csv", folder, "2026"));
    assertTrue(refused.problems().get(0).what().contains("joins several files"));
    assertTrue(refused.problems().get(0).fix().contains("change the names under files"));
  }

  private List<Problem> comparators(String lines) throws IOException {
    write("jobs.csv", "from,to\nalpha,a\n");
    write("peers.csv", lines);
    Path file = write("s.yml", HEAD + "file: x.csv\ncomparators: peers.csv\n" + REST);
    try {
      StudyReader.read(file);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @Test
  void everyMistakeInPublishedResultsHasItsLine() throws IOException {
    List<Problem> missing = comparators("instrument,scale,value\ngad7,total,1\n");
    assertEquals(Code.VALUE_NOT_ALLOWED, missing.get(0).code());
    assertTrue(missing.get(0).what().contains("cutoff"), missing.toString());
    List<Problem> problems =
        comparators(
            "instrument,scale,cutoff,value,ci_low,ci_high,source,year\n"
                + "gad7,total,10,34,,,A,2020\n"
                + "gad7,total,10,34%,40%,50%,A,2020\n"
                + "gad7,total,,5.5,5,6,,2020\n"
                + "gad7,total,,five,,,A,2020\n"
                + "gad7,total,10,34%,30%,38%,A,2020\n");
    assertEquals(List.of(2, 3, 4, 5), problems.stream().map(p -> p.where().line()).toList());
    assertTrue(problems.stream().allMatch(p -> p.where().file().equals("peers.csv")));
  }

  @Test
  void responseRatesNeedWhatTheyRestOn() {
    Dispositions bare = new Dispositions(60, 10, 10, 10, 0, 10, 0, OptionalDouble.empty());
    double[] rates = bare.rates();
    assertEquals(.6, rates[0], 1e-12);
    assertTrue(Double.isNaN(rates[2]) && Double.isNaN(rates[3]));
    Dispositions known = new Dispositions(60, 10, 10, 10, 0, 10, 10, OptionalDouble.empty());
    assertEquals(60 / (90 + .9 * 10), known.rates()[2], 1e-12);
    assertEquals(70 / 90.0, known.rates()[5], 1e-12);
  }
}
