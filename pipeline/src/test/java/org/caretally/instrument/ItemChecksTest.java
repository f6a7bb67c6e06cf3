package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caretally.codebook.Missing;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.junit.jupiter.api.Test;

class ItemChecksTest {
  private static final long SEED = 77L;
  private static final Place PLACE = new Place("study.yaml", 3);

  private final Random random = new Random(SEED);

  private static Scoring scoring(String id) {
    return Scoring.of(Library.builtIn().find(id).orElseThrow(), ScoringOptions.standard());
  }

  private static List<String> names(Scoring scoring) {
    return IntStream.range(0, scoring.items()).mapToObj(i -> "c" + (i + 1)).toList();
  }

  private static List<Code> codes(ItemChecks checks, Scoring scoring) {
    return checks.findings("test", names(scoring), PLACE).stream().map(Problem::code).toList();
  }

  private static ItemChecks feed(Scoring scoring, List<long[]> rows) {
    ItemChecks checks = ItemChecks.of(scoring);
    long[] out = new long[scoring.variables().size()];
    for (long[] row : rows) {
      checks.add(row, scoring.score(row, Sex.MALE, out, 0));
    }
    return checks;
  }

  /** Answers to the PSS-10 that hang together; {@code turned} are high when the others are low. */
  private List<long[]> stress(int n, List<Integer> turned) {
    return IntStream.range(0, n)
        .mapToObj(
            r -> {
              int level = random.nextInt(5);
              long[] row = new long[10];
              for (int i = 0; i < 10; i++) {
                long x = Math.min(4, Math.max(0, level + random.nextInt(3) - 1));
                row[i] = turned.contains(i) ? 4 - x : x;
              }
              return row;
            })
        .toList();
  }

  @Test
  void answersAsTheyShouldBeGiveNoFinding() {
    Scoring pss = scoring("pss10");
    ItemChecks checks = feed(pss, stress(300, List.of(3, 4, 6, 7)));
    List<Code> found = codes(checks, pss);
    assertEquals(
        List.of(), found.stream().filter(c -> c != Code.STRAIGHT_LINING).toList(), "seed " + SEED);
  }

  @Test
  void anExportThatIsAlreadyReversedIsFound() {
    Scoring pss = scoring("pss10");
    ItemChecks checks = feed(pss, stress(300, List.of()));
    List<Problem> found = checks.findings("PSS-10", names(pss), PLACE);
    Problem direction =
        found.stream().filter(p -> p.code() == Code.ITEM_DIRECTION).findFirst().orElseThrow();
    assertTrue(direction.what().contains("already reversed"), direction.what());
    assertEquals(PLACE, direction.where());
  }

  @Test
  void aSingleItemThatRunsTheWrongWayIsNamed() {
    Scoring pss = scoring("pss10");
    ItemChecks checks = feed(pss, stress(300, List.of(0, 3, 4, 6, 7)));
    Problem direction =
        checks.findings("PSS-10", names(pss), PLACE).stream()
            .filter(p -> p.code() == Code.ITEM_DIRECTION)
            .findFirst()
            .orElseThrow();
    assertTrue(direction.what().endsWith("scale: c1"), direction.what());
  }

  @Test
  void fewRespondentsGiveNoPattern() {
    Scoring pss = scoring("pss10");
    List<Code> found = codes(feed(pss, stress(49, List.of())), pss);
    assertTrue(!found.contains(Code.ITEM_DIRECTION), "seed " + SEED);
  }

  @Test
  void numbersThatStartAtOneAreFound() {
    Scoring gad = scoring("gad7");
    ItemChecks checks = ItemChecks.of(gad);
    for (int r = 0; r < 20; r++) {
      long[] row = new long[7];
      for (int i = 0; i < 7; i++) {
        String text = Integer.toString(1 + random.nextInt(4));
        row[i] = gad.answers(i).code(text);
        if (row[i] == AnswerCodes.OUT_OF_RANGE) {
          checks.outOfRange(i, text);
        }
      }
      checks.add(row, 0);
    }
    List<Problem> found = checks.findings("GAD-7", names(gad), PLACE);
    assertEquals(Code.ANSWERS_SHIFTED, found.get(0).code(), "seed " + SEED);
    assertTrue(found.get(0).fix().contains("numbered_from_1"));
  }

  @Test
  void numbersThatStartAtZeroAreFound() {
    Scoring stss = scoring("stss");
    ItemChecks checks = ItemChecks.of(stss);
    long[] row = new long[17];
    for (int i = 0; i < 17; i++) {
      String text = Integer.toString(i % 5);
      row[i] = stss.answers(i).code(text);
      if (row[i] == AnswerCodes.OUT_OF_RANGE) {
        checks.outOfRange(i, text);
      }
    }
    checks.add(row, 0);
    assertTrue(codes(checks, stss).contains(Code.ANSWERS_SHIFTED));
  }

  @Test
  void oneStrayNumberIsNoShift() {
    Scoring gad = scoring("gad7");
    ItemChecks checks = feed(gad, List.of(new long[] {0, 1, 2, 3, 0, 1, 2}));
    checks.outOfRange(2, "4");
    assertTrue(!codes(checks, gad).contains(Code.ANSWERS_SHIFTED));
  }

  @Test
  void theLowestCodeThatNobodyUsesIsFound() {
    Scoring gad = scoring("gad7");
    List<long[]> rows =
        IntStream.range(0, 60).mapToObj(r -> random.longs(7, 1, 4).toArray()).toList();
    assertTrue(codes(feed(gad, rows), gad).contains(Code.NEVER_LOWEST), "seed " + SEED);
    assertTrue(!codes(feed(gad, rows.subList(0, 49)), gad).contains(Code.NEVER_LOWEST));
  }

  @Test
  void aSumAmongTheItemsIsFound() {
    Scoring who = scoring("who5");
    List<long[]> rows =
        IntStream.range(0, 80)
            .mapToObj(
                r -> {
                  long[] row = random.longs(5, 0, 2).toArray();
                  row[4] = row[0] + row[1] + row[2] + row[3];
                  return row;
                })
            .toList();
    assertTrue(codes(feed(who, rows), who).contains(Code.SCORE_AMONG_ITEMS), "seed " + SEED);
  }

  @Test
  void aColumnBeyondTheRangeOfItsItemIsFound() {
    Scoring gad = scoring("gad7");
    ItemChecks checks = feed(gad, List.of(new long[] {0, 1, 2, 3, 0, 1, 2}));
    checks.outOfRange(6, "13");
    checks.outOfRange(6, "9");
    Problem first = checks.findings("GAD-7", names(gad), PLACE).get(0);
    assertEquals(Code.SCORE_AMONG_ITEMS, first.code());
    assertTrue(first.what().contains("c7"), first.what());
  }

  @Test
  void countsOfRespondentsAreExact() {
    Scoring audit = scoring("audit");
    ItemChecks checks =
        feed(
            audit,
            List.of(
                new long[] {0, 2, 1, 0, 0, 0, 0, 0, 0, 0},
                new long[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertEquals(1, checks.inconsistentSkips());
    assertTrue(codes(checks, audit).contains(Code.INCONSISTENT_SKIP));
    Scoring pss = scoring("pss10");
    ItemChecks lines = feed(pss, List.of(new long[10], new long[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertEquals(1, lines.straightLined());
    assertTrue(codes(lines, pss).contains(Code.STRAIGHT_LINING));
  }

  @Test
  void misprintsAreCounted() {
    Scoring gad = scoring("gad7");
    ItemChecks checks = ItemChecks.of(gad);
    checks.suspicious(2);
    checks.suspicious(2);
    Problem p = checks.findings("GAD-7", names(gad), PLACE).get(0);
    assertEquals(Code.SUSPICIOUS_LABEL, p.code());
    assertTrue(p.what().contains("c3") && p.what().contains("fewer than 11 rows"), p.what());
  }

  @Test
  void partsMergeToTheWholeInAnyOrder() {
    Scoring pss = scoring("pss10");
    List<long[]> rows = stress(200, List.of(0, 3, 4, 6, 7));
    List<Problem> whole = feed(pss, rows).findings("PSS-10", names(pss), PLACE);
    ItemChecks back = feed(pss, rows.subList(120, 200));
    back.merge(ItemChecks.of(pss)).merge(feed(pss, rows.subList(0, 120)));
    assertEquals(whole, back.findings("PSS-10", names(pss), PLACE), "seed " + SEED);
    assertTrue(!whole.isEmpty());
  }

  /** Most non-users tick "no" to an item that the key reverses; they were not asked the others. */
  @Test
  void peopleWhoWereNotAskedDoNotTurnAnItemRound() {
    Scoring dast = scoring("dast10");
    long none = Missing.MARK;
    List<long[]> rows = new ArrayList<>();
    for (int r = 0; r < 600; r++) {
      rows.add(new long[] {0, none, 0, none, none, none, none, none, none, none});
    }
    for (int r = 0; r < 200; r++) {
      boolean heavy = random.nextInt(3) == 0;
      long[] row = new long[10];
      row[0] = 1;
      for (int i = 1; i < 10; i++) {
        boolean yes = random.nextInt(10) < 8 == heavy;
        row[i] = (i == 2) == yes ? 0 : 1;
      }
      rows.add(row);
    }
    assertTrue(!codes(feed(dast, rows), dast).contains(Code.ITEM_DIRECTION), "seed " + SEED);
  }
}
