package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run notices in the answers of all people together, seen from the command line. */
class ItemChecksRunTest {
  private static final long SEED = 20261125;
  private static final int PEOPLE = 300;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  /** A person's answers to items that go together, from 0 to {@code top}. */
  private List<Integer> person(int items, int top) {
    double level = random.nextDouble() * top;
    return IntStream.range(0, items)
        .map(i -> (int) Math.round(Math.min(top, Math.max(0, level + random.nextGaussian()))))
        .boxed()
        .toList();
  }

  private Runs.Result run(String instruments, int columns, IntFunction<List<String>> rows)
      throws IOException {
    return run(instruments, "", columns, rows);
  }

  private Runs.Result run(
      String instruments, String further, int columns, IntFunction<List<String>> rows)
      throws IOException {
    StringBuilder csv = new StringBuilder();
    csv.append(
        IntStream.rangeClosed(1, columns).mapToObj(i -> "q" + i).collect(Collectors.joining(",")));
    for (int i = 0; i < PEOPLE; i++) {
      csv.append('\n').append(String.join(",", rows.apply(i)));
    }
    Files.writeString(folder.resolve("survey.csv"), csv.append('\n'));
    Files.writeString(
        folder.resolve("study.yml"),
        """
        version: 1
        id: checks
        title: Checks
        population: Nobody
        files: [survey.csv]
        support: [Call us]
        instruments:
        """
            + instruments.indent(2)
            + further);
    return Runs.command(
        "run", folder.toString(), "--out", folder.resolve("reports").toString(), "--parts", "3");
  }

  private static List<String> texts(List<Integer> answers, int add) {
    return answers.stream().map(a -> Integer.toString(a + add)).toList();
  }

  private String refused(String code, Runs.Result result) {
    assertEquals(3, result.exit(), result.err());
    String first = result.err().lines().filter(l -> l.matches("[EW]\\d{3} .*")).findFirst().get();
    assertTrue(first.startsWith(code) && first.contains("study.yml:8  "), first);
    assertFalse(Files.exists(folder.resolve("reports/checks/report.html")));
    return result.err();
  }

  private String warned(String code, Runs.Result result) throws IOException {
    assertEquals(0, result.exit(), result.err());
    String line =
        result.err().lines().filter(l -> l.startsWith(code)).findFirst().orElse(result.err());
    assertTrue(line.contains("study.yml:8  "), line);
    String what = line.substring(line.indexOf("  ") + 2).replace("'", "&#39;");
    String report = Files.readString(folder.resolve("reports/checks/report.html"));
    assertTrue(report.contains(what), what + " is not in the report");
    return line;
  }

  @Test
  void answersNumberedFromOneStopWithTheLineThatMendsThem() throws IOException {
    String err = refused("E314", run("gad7: \"q{1..7}\"", 7, i -> texts(person(7, 3), 1)));
    assertTrue(err.contains("variant: numbered_from_1"), err);
    Runs.Result mended =
        run(
            "gad7: {columns: \"q{1..7}\", variant: numbered_from_1}",
            7,
            i -> texts(person(7, 3), 1));
    assertEquals(0, mended.exit(), mended.err());
  }

  @Test
  void aScoreAmongTheItemsStops() throws IOException {
    String err =
        refused(
            "E315",
            run(
                "gad7: \"q{1..7}\"",
                7,
                i -> {
                  List<Integer> six = new ArrayList<>(person(6, 3));
                  six.add(six.stream().mapToInt(Integer::intValue).sum());
                  return texts(six, 0);
                }));
    assertTrue(err.contains("column q7 looks like a score"), err);
  }

  @Test
  void itemsThatAreAlreadyReversedAreNoticed() throws IOException {
    String line = warned("W303", run("pss10: \"q{1..10}\"", 10, i -> texts(person(10, 4), 0)));
    assertTrue(line.contains("already reversed"), line);
  }

  @Test
  void straightLinesAreCounted() throws IOException {
    List<Integer> reversed = List.of(3, 4, 6, 7);
    String line =
        warned(
            "W304",
            run(
                "pss10: \"q{1..10}\"",
                10,
                i -> {
                  if (i % 10 == 0) {
                    return texts(IntStream.range(0, 10).mapToObj(k -> 2).toList(), 0);
                  }
                  List<Integer> row = new ArrayList<>(person(10, 4));
                  reversed.forEach(k -> row.set(k, 4 - row.get(k)));
                  return texts(row, 0);
                }));
    assertTrue(line.matches(".*\\b[3-9]\\d rows give the same answer.*"), line);
  }

  @Test
  void answersBehindASkipAreCountedAndSmallCountsAreNotNamed() throws IOException {
    String line =
        warned(
            "W305",
            run("audit_c: \"q{1..3}\"", 3, i -> i < 3 ? List.of("0", "2", "1") : drinks(i)));
    assertTrue(line.contains("fewer than 11 rows"), line);
  }

  private static List<String> drinks(int i) {
    return i % 3 == 0 ? List.of("0", "", "") : texts(List.of(1 + i % 4, i % 5, i % 4), 0);
  }

  @Test
  void aQuestionNobodyWasAskedIsNotUnanswered() throws IOException {
    run("audit_c: \"q{1..3}\"", 3, ItemChecksRunTest::drinks);
    List<CSVRecord> second =
        Runs.table(folder.resolve("reports/checks/tables/items.csv")).stream()
            .filter(r -> r.get("column").equals("q2"))
            .toList();
    assertEquals("100", second.get(0).get("not_asked"));
    assertEquals("0", second.get(0).get("blank"));
    assertEquals("200", second.get(0).get("n"));
  }

  @Test
  void theLowestAnswerThatNobodyGivesIsNoticed() throws IOException {
    warned("W306", run("gad7: \"q{1..7}\"", 7, i -> texts(person(7, 2), 1)));
  }

  @Test
  void misprintsAreReadAndReported() throws IOException {
    String misprint = "Not at all sure";
    warned(
        "W302",
        run(
            "gad7: \"q{1..7}\"",
            7,
            i -> {
              List<String> row = new ArrayList<>(texts(person(7, 3), 0));
              row.set(2, i % 4 == 0 ? misprint : "Not at all");
              return row;
            }));
  }

  @Test
  void twoSpellingsOfOneAnswerAreNoticed() throws IOException {
    String line =
        warned(
            "W307",
            run(
                "gad7: \"q{1..7}\"",
                7,
                i -> {
                  List<String> row = new ArrayList<>(texts(person(7, 3), 0));
                  row.set(
                      4, i % 3 == 0 ? "NOT AT ALL" : i % 3 == 1 ? "Not at all" : "Several days");
                  return row;
                }));
    assertTrue(line.contains("in 1 column (q5)"), line);
    assertFalse(line.contains("NOT AT ALL"), line);
  }

  @Test
  void theQuestionOnSelfHarmIsOneLineAndNoMore() throws IOException {
    Runs.Result result =
        run(
            "phq9: \"q{1..9}\"",
            9,
            i -> {
              List<String> row = new ArrayList<>(texts(person(9, 3), 0));
              row.set(8, i % 10 == 0 ? "1" : "0");
              return row;
            });
    assertEquals(0, result.exit(), result.err());
    Path tables = folder.resolve("reports/checks/tables");
    List<CSVRecord> safety = Runs.table(tables.resolve("safety.csv"));
    assertEquals(1, safety.size());
    assertEquals("0.10", safety.get(0).get("estimate"));
    assertTrue(
        Runs.table(tables.resolve("items.csv")).stream()
            .noneMatch(r -> r.get("column").equals("q9")));
    for (String name : List.of("estimates", "bands", "ends", "correlations")) {
      assertFalse(Files.readString(tables.resolve(name + ".csv")).contains("#safety"), name);
    }
  }

  @Test
  void fewAnswersOnSelfHarmAreNotShown() throws IOException {
    run(
        "phq9: \"q{1..9}\"",
        9,
        i -> {
          List<String> row = new ArrayList<>(texts(person(9, 3), 0));
          row.set(8, i < 10 ? "1" : "0");
          return row;
        });
    CSVRecord line = Runs.table(folder.resolve("reports/checks/tables/safety.csv")).get(0);
    assertEquals("confidential", line.get("status"));
    assertFalse(line.get("estimate").matches(".*\\d.*"), line.toString());
    assertFalse(line.get("n").matches(".*\\d.*"), line.toString());
  }

  @Test
  void rareAnswersStandTogetherWithTheirNeighbours() throws IOException {
    run(
        "gad7: \"q{1..7}\"",
        7,
        i -> {
          List<String> row = new ArrayList<>(texts(person(7, 3), 0));
          row.set(0, i < 4 ? "3" : i < 40 ? "2" : i % 2 == 0 ? "1" : "0");
          return row;
        });
    List<String> first =
        Runs.table(folder.resolve("reports/checks/tables/items.csv")).stream()
            .filter(r -> r.get("column").equals("q1"))
            .map(r -> r.get("answer_from") + "-" + r.get("answer_to") + "=" + r.get("share"))
            .toList();
    assertEquals(List.of("0-0=0.43", "1-1=0.43", "2-3=0.13"), first);
  }

  @Test
  void lowestAndHighestScoresAreShares() throws IOException {
    run(
        "gad7: \"q{1..7}\"",
        7,
        i ->
            texts(
                IntStream.range(0, 7)
                    .mapToObj(k -> i % 4 == 0 ? 3 : i % 4 == 1 ? 0 : k % 2)
                    .toList(),
                0));
    List<String> ends =
        Runs.table(folder.resolve("reports/checks/tables/ends.csv")).stream()
            .filter(r -> r.get("scale").equals("gad7.total"))
            .map(r -> r.get("end") + " " + r.get("score") + " " + r.get("estimate"))
            .toList();
    assertEquals(List.of("floor 0 0.25", "ceiling 21 0.25"), ends);
  }

  @Test
  void theQuestionOnSelfHarmIsReadAlsoWhenAnswersAreNumberedFromOne() throws IOException {
    Runs.Result result =
        run(
            "phq9: {columns: \"q{1..9}\", variant: numbered_from_1}",
            9,
            i -> {
              List<String> row = new ArrayList<>(texts(person(9, 3), 1));
              row.set(8, i % 10 == 0 ? "2" : "1");
              return row;
            });
    assertEquals(0, result.exit(), result.err());
    Path tables = folder.resolve("reports/checks/tables");
    assertEquals("0.10", Runs.table(tables.resolve("safety.csv")).get(0).get("estimate"));
  }

  @Test
  void noGroupShowsAScaleWithAndWithoutTheQuestionOnSelfHarm() throws IOException {
    Runs.Result result =
        run(
            "phq9: \"q{1..9}\"",
            "columns:\n  q10: {levels: [a, b]}\ndomains:\n  q10: q10\n",
            10,
            i -> {
              List<String> row = new ArrayList<>(texts(person(9, 3), 0));
              row.add(i % 2 == 0 ? "a" : "b");
              return row;
            });
    assertEquals(0, result.exit(), result.err());
    Path tables = folder.resolve("reports/checks/tables");
    List<String> means =
        Runs.table(tables.resolve("estimates.csv")).stream()
            .filter(r -> r.get("statistic").equals("mean"))
            .map(r -> r.get("measure") + " " + r.get("level"))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "phq9.phq2 ",
            "phq9.phq2 a",
            "phq9.phq2 b",
            "phq9.phq8 ",
            "phq9.total ",
            "phq9.total a",
            "phq9.total b"),
        means);
    assertTrue(
        Runs.table(tables.resolve("ends.csv")).stream()
            .noneMatch(r -> r.get("scale").equals("phq9.phq8")));
  }

  @Test
  void theShareOfMissingAnswersStandsBesideEachItem() throws IOException {
    run(
        "gad7: \"q{1..7}\"",
        7,
        i -> {
          List<String> row = new ArrayList<>(texts(person(7, 3), 0));
          row.set(3, i % 5 == 0 ? "" : row.get(3));
          row.set(4, i < 10 ? "" : row.get(4));
          return row;
        });
    List<CSVRecord> items = Runs.table(folder.resolve("reports/checks/tables/items.csv"));
    assertEquals("0.20", missing(items, "q4"));
    assertEquals("0.00", missing(items, "q1"));
    assertFalse(missing(items, "q5").matches(".*\\d.*"), missing(items, "q5"));
  }

  private static String missing(List<CSVRecord> items, String column) {
    return items.stream()
        .filter(r -> r.get("column").equals(column))
        .map(r -> r.get("missing"))
        .findFirst()
        .orElseThrow();
  }
}
