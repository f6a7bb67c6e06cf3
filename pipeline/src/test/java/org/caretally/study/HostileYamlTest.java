package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no study, by accident or on purpose, give a coded problem in bounded time. */
class HostileYamlTest {
  private static final String GOOD =
      "version: 1\ntitle: T\npopulation: P\nfile: s.csv\ninstruments: {gad7: \"G{1..7}\"}\n";

  @TempDir Path folder;

  private List<Problem> problems(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("s.yml"), bytes);
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThrows(ProblemException.class, () -> StudyReader.read(file)).problems());
  }

  static Stream<Arguments> files() {
    return Stream.of(
        row("", 1, "version: 1"),
        row("# nothing\n", 1, "version: 1"),
        row("version: 1\n\ttitle: x\n", 2, "replace the tab by blanks"),
        row("a: b: c\n", 1, "put a text with \": \" into quotes"),
        row("version: 1\na: [A{1,2}]\n", 2, "put the pattern into quotes"),
        row("a: [1\n", 1, "close [ with ]"),
        row("a: \"x\n", 1, "close the quotation mark"),
        row("version: 1\na: @x\n", 2, "put the value into quotes"),
        row("a: *x\n", 1, "put the value into quotes"),
        row("a: \"\\q\"\n", 1, "write \\\\ for a backslash"),
        row("a: 1\n---\nb: 2\n", 2, "keep one study in the file"),
        row("version: 1\ntitle: !!int 5\n", 2, "remove it"),
        row("%YAML 2.0\n---\na: 1\n", 1, "remove lines that begin with %"),
        row("a: 1\nb: \u0000\n", 2, "give a text file, or remove the character"),
        row("[".repeat(190_000), 1, "remove brackets or indentation"),
        row("- ".repeat(190_000), 1, "remove brackets or indentation"),
        row("{a: ".repeat(90_000), 1, "remove brackets or indentation"),
        row(bomb(), 4, "write the values out"),
        row("x".repeat(500_000), 0, "give the file that describes the study, not the data"));
  }

  private static Arguments row(String text, int line, String fix) {
    return Arguments.of(text, line, fix);
  }

  private static String bomb() {
    StringBuilder s = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String of = "*a" + (i - 1);
      s.append("a" + i + ": &a" + i + " [" + (of + ", ").repeat(8) + of + "]\n");
    }
    return s.toString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesTheLineAndAFix(String text, int line, String fix) throws IOException {
    List<Problem> found = problems(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, found.size(), () -> found.toString());
    assertEquals(Code.STUDY_NOT_YAML, found.get(0).code(), found.get(0)::text);
    assertEquals(line, found.get(0).where().line(), found.get(0)::text);
    assertTrue(found.get(0).fix().startsWith(fix), found.get(0)::text);
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() throws IOException {
    Problem problem =
        problems("version: 1\ntitle: Caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)).get(0);
    assertEquals(Code.STUDY_NOT_YAML, problem.code());
    assertEquals(2, problem.where().line());
    assertEquals("save the file as UTF-8 in the editor", problem.fix());
  }

  @Test
  void aByteOrderMarkIsFine() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yml"), "\uFEFF" + GOOD);
    assertEquals("T", StudyReader.read(file).about().title());
  }

  @Test
  void binaryFilesGiveACodedProblem() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      byte[] bytes = new byte[2_000];
      new Random(seed).nextBytes(bytes);
      assertEquals(Code.STUDY_NOT_YAML, problems(bytes).get(0).code(), "seed " + seed);
    }
  }

  @Test
  void damagedFilesGiveACodedProblemOrAStudy() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(GOOD);
      for (int i = 0; i < 3; i++) {
        int at = random.nextInt(text.length());
        text.replace(at, at + 1, "{}[]:,&*!|>'\"%@`-?#~ \n\tx".charAt(random.nextInt(24)) + "");
      }
      Path file = Files.writeString(folder.resolve("s.yml"), text);
      try {
        assertFalse(StudyReader.read(file).files().isEmpty(), "seed " + seed);
      } catch (ProblemException e) {
        assertFalse(e.problems().isEmpty(), "seed " + seed);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      }
    }
  }

  @Test
  void selfReferencesAndManyNamesStayBounded() throws IOException {
    assertFalse(
        problems((GOOD + "columns: &c {a: *c}\n").getBytes(StandardCharsets.UTF_8)).isEmpty());
    StringBuilder text = new StringBuilder(GOOD + "columns:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append(" variable").append(10_000 + i).append(": {levels: [x]}\n");
    }
    text.append("domains:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append(" d").append(i).append(": vbrixble").append(20_000 + i).append('\n');
    }
    assertEquals(5_000, problems(text.toString().getBytes(StandardCharsets.UTF_8)).size());
    text = new StringBuilder(GOOD.replace("{gad7: \"G{1..7}\"}", ""));
    for (int i = 0; i < 10_000; i++) {
      text.append("  i").append(i).append(": \"Q{1..500}\"\n");
    }
    assertEquals(1, problems(text.toString().getBytes(StandardCharsets.UTF_8)).size());
  }

  @Test
  void dataGivenAsAStudyIsNotRepeated() throws IOException {
    for (String data :
        List.of(
            "id,free text\n1,secret: words\n", "secret\nsecret\n", "- secret\n", "a: *secret\n")) {
      for (Problem problem : problems(data.getBytes(StandardCharsets.UTF_8))) {
        assertFalse(problem.text().contains("secret"), problem::text);
      }
    }
  }
}
