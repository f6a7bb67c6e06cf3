package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;

/** Attacks on answers to single items and on the line about self-harm. */
class ItemGateTest {
  private static final long SEED = 2718L;
  private static final int K = 11;

  private static List<Row> table(String profile, List<Long> counts, long blank) {
    List<Long> codes = LongStream.range(0, counts.size()).boxed().toList();
    long answered = counts.stream().mapToLong(Long::longValue).sum();
    Distribution one =
        new Distribution(Map.of("item", "1"), codes, counts, answered, blank, 0, Care.USUAL);
    return new Gate(Profile.of(profile, K)).distributions("items", List.of(one)).rows();
  }

  @Test
  void noShownPoolIsSmallAndPoolsHoldEveryAnswerOnce() {
    Random random = new Random(SEED);
    int shown = 0;
    for (int round = 0; round < 2000; round++) {
      List<Long> counts = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        counts.add((long) random.nextInt(random.nextBoolean() ? 8 : 60));
      }
      long next = 0;
      for (Row row : table("standard", counts, 0)) {
        long from = Long.parseLong(row.text("answer_from"));
        long to = Long.parseLong(row.text("answer_to"));
        assertEquals(next, from, counts + " seed " + SEED);
        next = to + 1;
        if (row.shows("share")) {
          shown++;
          long people = counts.subList((int) from, (int) next).stream().mapToLong(c -> c).sum();
          long others = counts.stream().mapToLong(c -> c).sum() - people;
          assertTrue(people >= K && others >= K, counts + " seed " + SEED);
        }
      }
      assertEquals(5, next, counts + " seed " + SEED);
    }
    assertTrue(shown > 1000, "the attack saw only " + shown + " numbers");
  }

  @Test
  void oneAnswerOfEverybodyIsNotShown() {
    List<Row> rows = table("standard", List.of(100L, 0L, 0L, 0L), 0);
    assertEquals(1, rows.size());
    assertFalse(rows.get(0).shows("share"));
  }

  @Test
  void fewBlanksAreHiddenTogetherWithTheirShare() {
    for (long blank = 1; blank < K; blank++) {
      Row row = table("standard", List.of(40L, 40L), blank).get(0);
      assertFalse(row.shows("blank") || row.shows("missing"), blank + " blanks");
    }
    Row row = table("standard", List.of(40L, 40L), 20).get(0);
    assertEquals("0.20", row.text("missing"));
    assertEquals("0.00", table("standard", List.of(40L, 40L), 0).get(0).text("missing"));
  }

  /**
   * An attacker who knows how many people took part looks for the number who left a question out:
   * every number of answers and every count of each pool that print the same. Written without the
   * gate's own code.
   */
  @Test
  void fewBlanksDoNotFollowFromWhatIsPrinted() {
    Random random = new Random(SEED);
    int attacked = 0;
    int shown = 0;
    for (int round = 0; round < 1500; round++) {
      List<Long> counts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        counts.add((long) random.nextInt(45));
      }
      long blank = 1 + random.nextInt(K - 1);
      long all = counts.stream().mapToLong(c -> c).sum() + blank;
      List<Row> rows = table("standard", counts, blank);
      if (all >= 200 || all < 2 * K) {
        continue;
      }
      List<Long> possible = new ArrayList<>();
      for (long b = 1; b < K; b++) {
        long n = all - b;
        boolean fits =
            !rows.get(0).shows("n") || 5 * Math.round(n / 5.0) == (long) rows.get(0).number("n");
        long least = 0;
        long most = 0;
        for (Row row : rows) {
          shown += row.shows("share") ? 1 : 0;
          long low = 0;
          long high = row.shows("share") ? -1 : n;
          for (long c = 0; row.shows("share") && c <= n; c++) {
            if (Math.abs((double) c / n - row.number("share")) <= .005 + 1e-12) {
              low = high < 0 ? c : low;
              high = c;
            }
          }
          fits &= high >= low;
          least += low;
          most += high;
        }
        if (fits && least <= n && n <= most) {
          possible.add(b);
        }
      }
      attacked++;
      assertTrue(possible.contains(blank), counts + " " + blank);
      long width = possible.get(possible.size() - 1) - possible.get(0);
      assertTrue(width >= 5, counts + " with " + blank + " blank, possible " + possible);
    }
    assertTrue(attacked > 1000 && shown > 1000, attacked + " attacked, " + shown + " shown");
  }

  private static Row safety(String profile, int k, long cases, long n) {
    Estimate share =
        new Estimate(
            "prevalence",
            (double) cases / n,
            0.01,
            Interval.none("korn_graubard"),
            n - 1,
            n,
            cases,
            n,
            1,
            Double.NaN,
            Reliability.FINE);
    Fact fact = new Fact(TableKind.SAFETY, Map.of(), share, Double.NaN, Map.of(), Care.SAFETY);
    return new Gate(Profile.of(profile, k)).table(TableKind.SAFETY, List.of(fact)).rows().get(0);
  }

  @Test
  void selfHarmIsHeldToTheStrictRuleUnderEveryProfile() {
    for (String profile : List.of("standard", "strict", "public-use")) {
      for (int k : List.of(5, 11, 30)) {
        int fewest = profile.equals("public-use") ? 11 : Math.max(11, k);
        for (long cases : List.of(0L, 1L, 10L, 190L, 199L, 200L, (long) fewest - 1)) {
          Row row = safety(profile, k, cases, 200);
          assertFalse(row.shows("estimate") || row.shows("n"), profile + k + " " + cases);
          assertEquals("confidential", row.text("status"));
        }
        assertTrue(safety(profile, k, fewest, 200).shows("estimate"), profile + k);
        assertTrue(safety(profile, k, 200 - fewest, 200).shows("estimate"), profile + k);
      }
    }
  }
}
