package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
  @TempDir Path folder;

  private List<Problem> problems = new ArrayList<>();

  private Library with(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    Problems found = new Problems();
    Library library = Library.builtIn().withFolder(folder, found);
    problems = found.all();
    return library;
  }

  private static String template() {
    return Library.template();
  }

  @Test
  void anInstrumentFromAFolderIsFoundAndScores() throws IOException {
    Library library = with("my_scale.yaml", template());
    assertEquals(List.of(), problems);
    assertEquals(59, library.ids().size());
    assertEquals(58, Library.builtIn().ids().size());
    Scoring scoring = Scoring.of(library.find("my_scale").orElseThrow(), ScoringOptions.standard());
    long[] out = new long[scoring.variables().size()];
    long[] codes = new long[4];
    String[] answers = {"now and then", "Often", "3", "never"};
    for (int i = 0; i < 4; i++) {
      codes[i] = scoring.answers(i).code(answers[i]);
    }
    scoring.score(codes, Sex.FEMALE, out, 0);
    assertArrayEquals(new long[] {9, 1, 2, 0}, out);
  }

  @Test
  void anUnknownIdIsNotThere() {
    assertTrue(Library.builtIn().find("phq99").isEmpty());
    assertTrue(Library.builtIn().find("../problem").isEmpty());
  }

  @Test
  void theSameIdReplacesOnlyWithOverride() throws IOException {
    String own = template().replace("id: my_scale", "id: phq2");
    Library refused = with("phq2.yaml", own);
    assertEquals(Code.BAD_INSTRUMENT, problems.get(0).code());
    assertTrue(problems.get(0).fix().contains("override: true"));
    assertEquals(2, refused.find("phq2").orElseThrow().items().size());
    Library replaced = with("phq2.yaml", own + "override: true\n");
    assertEquals(List.of(), problems);
    assertEquals(4, replaced.find("phq2").orElseThrow().items().size());
    assertEquals(58, replaced.ids().size());
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    Problems found = new Problems();
    Library library = Library.builtIn().withFolder(folder.resolve("nothing"), found);
    assertEquals(Code.FILE_NOT_FOUND, found.all().get(0).code());
    assertEquals(58, library.ids().size());
  }

  @Test
  void aFileThatIsNotUtf8IsAProblem() throws IOException {
    Files.write(folder.resolve("my_scale.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xE9});
    Problems found = new Problems();
    assertTrue(Library.builtIn().withFolder(folder, found).find("my_scale").isEmpty());
    assertEquals(Code.BAD_INSTRUMENT, found.all().get(0).code());
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirLines() throws IOException {
    String bad =
        template()
            .replace("direction: worse", "direction: wrse")
            .replace("range: [0, 12]", "range: [0, 13]")
            .replace("reverse: \"4\"", "reverse: \"5\"")
            .replace("recall:", "recal:");
    Library library = with("my_scale.yaml", bad);
    assertTrue(library.find("my_scale").isEmpty());
    String[] lines = bad.split("\n", -1);
    for (String mark : List.of("wrse", "reverse:", "recal:")) {
      int line = 1;
      while (!lines[line - 1].contains(mark)) {
        line++;
      }
      int wanted = line;
      assertTrue(problems.stream().anyMatch(p -> p.where().line() == wanted), mark + problems);
    }
    assertTrue(problems.stream().anyMatch(p -> p.what().contains("0 to 12")), problems + "");
    assertTrue(problems.stream().allMatch(p -> p.code() == Code.BAD_INSTRUMENT));
    assertTrue(problems.stream().allMatch(p -> p.where().file().endsWith("/my_scale.yaml")));
  }

  @Test
  void aWorkedExampleThatDoesNotComeOutStopsTheDefinition() throws IOException {
    String bad = template().replace("{score: 11,", "{score: 10,");
    Library library = with("my_scale.yaml", bad);
    assertTrue(library.find("my_scale").isEmpty());
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).what().contains("total is 11, not 10"), problems.get(0).what());
    long line =
        1
            + bad.substring(0, bad.indexOf("name: one_unanswered"))
                .chars()
                .filter(c -> c == 10)
                .count();
    assertEquals(line, problems.get(0).where().line());
  }

  /** One change to the template and a word that the problem must hold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: my_scale|id: My Scale|small letters",
        "id: my_scale|id: other|named other.yaml",
        "caretally-instrument/1|caretally-instrument/9|is not known",
        "version: 1.0.0|version: ''|version",
        "constructs: [burnout]|constructs: []|construct",
        "items: \"1-4\"|items: \"4-1\"|backwards",
        "items: \"1-4\"|items: \"1-999999999\"|is no item",
        "items: \"1-4\"|items: \"1-5\"|item 5",
        "codes: [0, 1, 2, 3]|codes: [0, 2, 1, 3]|ascend",
        "codes: [0, 1, 2, 3]|codes: [0]|two codes",
        "codes: [0, 1, 2, 3]|codes: 3|a list",
        "2: [\"often\"]|2: [\"Never!\"]|two codes",
        "2: [\"often\"]|2: [\"2\"]|letters",
        "2: [\"often\"]|7: [\"often\"]|no code 7",
        "\"1-4\": how_often|\"1-4\": how_oftn|did you mean",
        "\"1-4\": how_often|\"1-3\": how_often|item 4 has no responses",
        "method: sum|method: median|method is sum",
        "max_missing: 1|max_missing: 4|from 0 to 3",
        "strategy: prorate|strategy: fail|prorate goes with",
        "[4, medium]|[10, medium]|ascend",
        "[0, low]|[1, low]|smallest score",
        "[4, medium]|[4, low]|twice",
        "op: gte|op: above|gte, gt, lte, lt",
        "value: 9|value: 1e3|a number",
        "value: 9|value: 9.12345|four decimals",
        "evidence: project}|evidence: certain}|is not known",
        "status: project|status: mine|is not known",
        "responses: [0, 0, 0, 0]|responses: [0, 0, 0]|3 answers",
        "responses: [0, 0, 0, 0]|responses: [0, 0, 0, 9]|not possible",
        "total: {score: 3|totl: {score: 3|no scale totl",
        "cases: {high: false}|cases: {hgh: false}|no such cut-off",
        "title: My own scale|title: &a My own scale|anchors",
        "title: My own scale|title: [a]|a text",
        "title: My own scale|title: ~|title is missing",
        "title: My own scale|{a: b}: c|one word",
      })
  void mistakesAreNamedWithTheirLine(String from, String to, String word) throws IOException {
    String bad = template().replace(from, to);
    assertFalse(bad.equals(template()), from);
    Library library = with("my_scale.yaml", bad);
    assertTrue(library.find("my_scale").isEmpty());
    assertTrue(
        problems.stream().anyMatch(p -> p.what().contains(word) || p.fix().contains(word)),
        word + " is not in " + problems);
    assertTrue(problems.stream().allMatch(p -> p.where().line() > 0), problems + "");
  }

  @ParameterizedTest
  @CsvSource({"'[', 1", "'a: b: c', 1", "'\tid: x', 1", "'', 0", "'just a text', 1", "'- a', 1"})
  void whatIsNoDefinitionIsAProblem(String text, int line) throws IOException {
    with("broken.yaml", text);
    assertFalse(problems.isEmpty());
    assertTrue(problems.get(0).where().line() >= line, problems + "");
  }

  @Test
  void hostileFilesEndInProblems() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a").append(i).append(": &a").append(i);
      bomb.append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
    }
    for (String text :
        List.of(
            bomb.toString(),
            "x: &x [*x]\n",
            "[".repeat(100_000),
            "id: " + "a".repeat(600_000),
            template() + "id: again\n",
            template().replace("max_missing: 1", "max_missing: 99999999999999999999"),
            template().replace("[0, 1, 2, 3]", "[0, 1, 2, 999999999999]"),
            "!!java.net.URL [\"file:///\"]\n")) {
      Library library = with("my_scale.yaml", text);
      assertTrue(library.find("my_scale").isEmpty());
      assertFalse(problems.isEmpty());
    }
  }

  @Test
  void aKeyWrittenTwiceIsNamed() throws IOException {
    with("my_scale.yaml", template() + "recall: 1 week\n");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).what().contains("twice"));
  }

  @Test
  void theBuiltInFilesHoldNoItemWording() {
    for (String id : Library.builtIn().ids()) {
      Instrument instrument = Library.builtIn().find(id).orElseThrow();
      boolean own = instrument.licence().status().equals("project");
      for (Item item : instrument.items()) {
        assertTrue(own || item.meaning().length() < 30, id + " " + item.name());
      }
    }
  }
}
