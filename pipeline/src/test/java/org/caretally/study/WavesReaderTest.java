package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.instrument.Library;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waves with files of their own: what is read, and every mistake with its line. */
class WavesReaderTest {
  private static final String HEAD = "version: 1\ntitle: T\npopulation: P\n";
  private static final String REST =
      "columns:\n  job: {levels: [a, b]}\ninstruments: {gad7: \"g{1..7}\"}\n";

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    for (String year : List.of("24", "25")) {
      Files.writeString(
          folder.resolve(year + ".csv"), "id,job,role,g1,g2,g3,g4,g5,g6,g7\n1,a,a,0,0,0,0,0,0,0\n");
    }
  }

  private List<Problem> problems(String study) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yml"), HEAD + study);
    try {
      Planner.plan(StudyReader.read(file), Library.builtIn(), new Problems());
      return List.of();
    } catch (ProblemException e) {
      return e.problems().stream().filter(p -> !p.code().warning()).toList();
    }
  }

  private static void only(List<Problem> problems, Code code, int line, String... words) {
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(code, problems.get(0).code());
    assertEquals(line, problems.get(0).where().line(), problems.toString());
    for (String word : words) {
      assertTrue(problems.get(0).text().contains(word), problems.get(0).text());
    }
  }

  @Test
  void aWaveGoesOverTheStudy() throws IOException {
    String waves =
        "waves:\n  2025: {file: 25.csv}\n"
            + "  2024: {file: 24.csv, columns: {job: {column: role}}, mode: web}\n";
    Path file = Files.writeString(folder.resolve("s.yml"), HEAD + waves + REST);
    Study newest = StudyReader.read(file);
    assertEquals("2025", newest.wave().label());
    assertEquals("job", newest.columns().get("job").column());
    Study earlier = newest.years().earlier().get(0);
    assertEquals("2024", earlier.wave().label());
    assertEquals("role", earlier.columns().get("job").column());
    assertEquals("24.csv", earlier.files().get(0).name());
    assertEquals("web", earlier.years().mode());
    assertEquals(
        List.of("g1", "g7"),
        List.of(
            earlier.instruments().get(0).columns().get(0),
            earlier.instruments().get(0).columns().get(6)));
    Plan plan = Planner.plan(newest, Library.builtIn(), new Problems());
    assertEquals(List.of("2024", "2025"), plan.codings().stream().map(Coding::wave).toList());
  }

  @Test
  void mistakesInAWaveHaveItsLine() throws IOException {
    only(
        problems("waves:\n  2024: {file: 24.csv, colums: {}}\n  2025: {file: 25.csv}\n" + REST),
        Code.UNKNOWN_KEY,
        5,
        "columns");
    only(
        problems(
            "waves:\n"
                + "  2024: {file: 24.csv, columns: {job: {column: rol}}}\n"
                + "  2025: {file: 25.csv}\n"
                + REST),
        Code.COLUMN_NOT_IN_FILE,
        5,
        "role");
    only(problems("waves:\n  2024: {file: 24.csv}\n" + REST), Code.VALUE_NOT_ALLOWED, 4, "1 waves");
    only(
        problems("wave: 2025\nwaves:\n  2024: {file: 24.csv}\n  2025: {file: 25.csv}\n" + REST),
        Code.DUPLICATE_KEY,
        4,
        "waves");
    only(
        problems(
            "waves:\n  2024: {file: 24.csv, not_asked: [gad]}\n  2025: {file: 25.csv}\n" + REST),
        Code.UNKNOWN_NAME,
        5,
        "gad7");
    only(
        problems(
            "waves:\n  2024: {file: 24.csv}\n  2025: {file: 25.csv}\n"
                + "not_comparable: {2025: {gad: reworded}}\n"
                + REST),
        Code.UNKNOWN_NAME,
        7,
        "gad7");
  }

  @Test
  void wavesMustMeanTheSame() throws IOException {
    List<Problem> problems =
        problems(
            "waves:\n  2024: {file: 24.csv, columns: {job: {levels: [a, b, c]}}}\n"
                + "  2025: {file: 25.csv}\n"
                + REST);
    only(problems, Code.VALUE_NOT_ALLOWED, 0, "job", "2024");
  }

  @Test
  void whoAnswersAgainMustBeKnown() throws IOException {
    String files = "file: 25.csv\n";
    only(
        problems(files + "design: {waves_share: same_agencies}\n" + REST),
        Code.MISSING_KEY,
        5,
        "psu");
    only(
        problems(files + "design: {waves_share: same_people}\n" + REST),
        Code.MISSING_KEY,
        1,
        "key");
    assertEquals(
        List.of(), problems(files + "key: id\ndesign: {waves_share: same_people}\n" + REST));
  }
}
