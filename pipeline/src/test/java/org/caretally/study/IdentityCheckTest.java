package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.caretally.instrument.Library;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which columns a study may use, which are listed, and how one line settles it. */
class IdentityCheckTest {
  private static final String STUDY =
      """
      version: 1
      title: T
      population: P
      files: [a.csv]
      columns:
        team: {levels: [Red, Blue]}
      instruments: {gad2: "g{1,2}"}
      """;

  private static final String HEADER = "id,team,Contact,mail,g1,g2,agency\n";

  @TempDir Path folder;

  private static String row(int i) {
    String team = i % 2 == 0 ? "Red" : "Blue";
    return "R_"
        + i * 7919
        + ","
        + team
        + ",+44 20 7946 0"
        + (100 + i)
        + ",p"
        + i
        + "@example.org,"
        + i % 4
        + ",Several days,A"
        + i
        + "\n";
  }

  private static String rows() {
    return IntStream.range(0, 60).mapToObj(IdentityCheckTest::row).collect(Collectors.joining());
  }

  private List<Problem> problems(String study, String data) throws IOException {
    Files.writeString(folder.resolve("a.csv"), data);
    Path file = Files.writeString(folder.resolve("study.yml"), study);
    Problems problems = new Problems();
    try {
      Planner.plan(StudyReader.read(file), Library.builtIn(), problems);
    } catch (ProblemException e) {
      return e.problems();
    }
    return problems.all();
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(p -> p.code().id()).toList();
  }

  private List<String> codes(String study) throws IOException {
    return codes(problems(study, HEADER + rows()));
  }

  @Test
  void unusedColumnsAreListedOnceWithTheLineThatSettlesIt() throws IOException {
    List<Problem> problems = problems(STUDY, HEADER + rows());
    assertEquals(List.of("W202"), codes(problems));
    String text = problems.get(0).text();
    assertTrue(text.contains("\"Contact\" (its values look like telephone numbers)"), text);
    assertTrue(text.contains("\"mail\" (its name means an e-mail address)"), text);
    assertFalse(text.contains("7946") || text.contains("@") || text.contains("R_"), text);
    String fix = problems.get(0).fix();
    assertEquals("drop: [id, Contact, mail, agency]", fix);
    assertEquals(List.of(), codes(STUDY + fix + "\n"));
  }

  @Test
  void aUsedColumnStopsTheStudyByNameOrByValues() throws IOException {
    String used = "  x: {column: %s, number: {min: 0, max: 99}}\n";
    for (String column : List.of("Contact", "mail", "agency")) {
      String study = STUDY.replace("instruments", String.format(used, column) + "instruments");
      List<Problem> problems = problems(study, HEADER + rows());
      assertEquals(List.of("E209", "W202"), codes(problems));
      assertEquals(7, problems.get(0).where().line());
      String settled = study + "drop: [id, Contact, mail, agency]\n";
      assertEquals(List.of("E109"), codes(settled));
      assertEquals(List.of(), codes(study + "not_identifying: [id, Contact, mail, agency]\n"));
    }
  }

  @Test
  void keyAndDesignMayDifferForEverybodyButMayNotNamePeople() throws IOException {
    String drop = "drop: [Contact, mail]\n";
    assertEquals(List.of(), codes(STUDY + drop + "key: id\ndesign: {psu: agency}\n"));
    assertEquals(
        List.of("E209", "W202"),
        codes(STUDY + "drop: [Contact]\nkey: mail\ndesign: {psu: agency}\n"));
    assertEquals(
        List.of("E209"),
        codes(STUDY + "drop: [mail]\nkey: id\ndesign: {psu: Contact, strata: agency}\n"));
  }

  @Test
  void aNameThatIsInNoFileProtectsNobody() throws IOException {
    List<Problem> problems = problems(STUDY + "drop: [Mail, contact]\n", HEADER + rows());
    assertEquals(List.of("E107", "E107", "W202"), codes(problems));
    assertTrue(problems.get(0).nearest().contains("\"mail\""), problems.get(0).text());
  }

  @Test
  void answersThatTheStudyNamesAreNoFreeText() throws IOException {
    List<String> levels =
        IntStream.range(0, 40).mapToObj(i -> "A long answer number " + i + " of the list").toList();
    String study = STUDY.replace("[Red, Blue]", "[\"" + String.join("\", \"", levels) + "\"]");
    String data =
        HEADER
            + IntStream.range(0, 40)
                .mapToObj(i -> "1," + levels.get(i) + ",x,y,1,2,z\n")
                .collect(Collectors.joining());
    assertEquals(List.of("W202"), codes(problems(study, data)));
    assertEquals(
        List.of("W202"),
        codes(
            problems(
                STUDY
                    .replace("team: {", "t: {column: team, ")
                    .replace("[Red, Blue]", "[\"" + String.join("\", \"", levels) + "\"]"),
                data)));
  }

  /** Of a date of birth from which an age is made, only whole years are kept. */
  @Test
  void anAgeMadeOfADateOfBirth() throws IOException {
    StringBuilder data = new StringBuilder("team,date_of_birth,g1,g2\n");
    for (int i = 0; i < 60; i++) {
      data.append(i % 2 == 0 ? "Red" : "Blue");
      data.append(",19").append(50 + i % 40).append("-0").append(1 + i % 9).append("-11,1,2\n");
    }
    String study = STUDY.replace("instruments:", "  %s\ninstruments:");
    String number = "number: {min: 10, max: 90}";
    String age =
        "age: {column: date_of_birth, date: {pattern: yyyy-MM-dd, until: 2026-05-01}, %s}"
            .formatted(number);
    assertEquals(List.of(), codes(problems(study.formatted(age), data.toString())));
    String raw = "born: {column: date_of_birth, levels: [1950-01-11]}";
    assertTrue(codes(problems(study.formatted(raw), data.toString())).contains("E209"));
  }

  /** A rule that only compares a text, or a level for all others, names no answers. */
  @Test
  void freeTextStaysFreeTextWhateverHappensToTheOthers() throws IOException {
    String study =
        STUDY.replace(
            "instruments:",
            "  mail: {levels: [none], recode: {map: {no: none}, unmapped: other, other: none}}\n"
                + "instruments:");
    assertTrue(codes(problems(study, HEADER + rows())).contains("E209"));
    String rule = "clean: {consent: {column: Contact, refuse: [No]}}\n";
    assertTrue(codes(problems(STUDY + rule, HEADER + rows())).contains("E209"));
  }

  /** The shipped studies use nothing that looks identifying, and hold nothing unused either. */
  @Test
  void theShippedStudies() throws IOException {
    Path root = Path.of(System.getProperty("caretally.root")).normalize();
    plan(root.resolve("data/example"), root.resolve("data/example"));
    Path shared = root.resolve("../shared/data").normalize();
    try (Stream<Path> studies = Files.list(root.resolve("data/studies"))) {
      for (Path study : studies.filter(Files::isDirectory).sorted().toList()) {
        plan(study, shared.resolve(study.getFileName().toString()));
      }
    }
  }

  /** Plans a copy of a study whose data lie in another folder, if they are there. */
  private void plan(Path study, Path data) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(study.getFileName().toString()));
    Study read = StudyReader.read(study);
    for (Study.DataFile file : read.files()) {
      Path packed = data.resolve(file.name() + ".gz");
      if (Files.exists(packed)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
          Files.copy(in, copy.resolve(file.name()));
        }
      } else if (Files.exists(data.resolve(file.name()))) {
        Files.copy(data.resolve(file.name()), copy.resolve(file.name()));
      } else {
        System.out.println(study.getFileName() + ": no data here, not looked at");
        return;
      }
    }
    Files.copy(study.resolve("study.yml"), copy.resolve("study.yml"));
    Problems problems = new Problems();
    Library library = Library.builtIn();
    if (Files.isDirectory(study.resolve("instruments"))) {
      library = library.withFolder(study.resolve("instruments"), problems);
    }
    Planner.plan(StudyReader.read(copy), library, problems);
    List<String> found =
        codes(problems.all()).stream().filter(c -> c.equals("E209") || c.equals("W202")).toList();
    assertEquals(List.of(), found, problems.all().toString());
  }
}
