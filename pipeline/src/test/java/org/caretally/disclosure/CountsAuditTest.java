package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountsAuditTest {
  private static final Gate GATE = new Gate(Profile.of("standard", 11));

  private static ProtectedTable table(long whole, long... counts) {
    List<String> columns = new ArrayList<>();
    List<Tally.Place> parts = new ArrayList<>();
    Map<String, Long> row = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      columns.add("c" + i);
      parts.add(new Tally.Place(0, "c" + i));
      row.put("c" + i, counts[i]);
    }
    return GATE.counts(
        new Tally(
            "t",
            columns,
            List.of(new Tally.Line(Map.of(), row)),
            List.of(new Tally.Total(whole, parts))));
  }

  private static List<String> texts(ProtectedTable table) {
    return table.rows().get(0).cells().stream().map(Cell::text).toList();
  }

  @Test
  void aSingleHiddenCountTakesAPartner() {
    assertEquals(List.of("[c]", "[c]", "0"), texts(table(118, 110, 8, 0)));
    assertEquals(List.of("110", "15", "0"), texts(table(125, 110, 15, 0)));
    assertEquals(List.of("110", "0", "0"), texts(table(110, 110, 0, 0)));
  }

  @Test
  void withoutATotalNothingFollows() {
    Tally alone =
        new Tally(
            "t", List.of("a", "b"), List.of(new Tally.Line(Map.of(), Map.of("a", 110L, "b", 8L))));
    assertEquals(List.of("110", "[c]"), texts(GATE.counts(alone)));
  }

  /** Every count that fits what is printed and the rule is possible, by trying them all. */
  @Test
  void noHiddenCountFollowsFromWhatIsPrinted() {
    Random random = new Random(12);
    int attacked = 0;
    for (int round = 0; round < 400; round++) {
      long[] counts = new long[3];
      for (int i = 0; i < 3; i++) {
        counts[i] = random.nextInt(3) == 0 ? random.nextInt(11) : random.nextInt(60);
      }
      long whole = counts[0] + counts[1] + counts[2];
      List<String> texts = texts(table(whole, counts));
      for (int i = 0; i < 3; i++) {
        if (counts[i] > 0 && counts[i] < 11) {
          attacked++;
          long width = width(texts, whole, i);
          assertTrue(width >= Math.min(5, whole - 1), texts + " of " + whole + ": " + width);
        }
      }
    }
    assertTrue(attacked > 200);
  }

  /** The attacker knows the whole and, in so small a survey, every printed count exactly. */
  private static long width(List<String> texts, long whole, int at) {
    long low = Long.MAX_VALUE;
    long high = -1;
    long[] free = new long[3];
    for (free[0] = 0; free[0] <= whole; free[0]++) {
      for (free[1] = 0; free[0] + free[1] <= whole; free[1]++) {
        free[2] = whole - free[0] - free[1];
        boolean fits = free[at] >= 1 && free[at] <= 10;
        for (int i = 0; i < 3; i++) {
          fits &=
              texts.get(i).equals("[c]") || Math.abs(Long.parseLong(texts.get(i)) - free[i]) <= 2;
        }
        if (fits) {
          low = Math.min(low, free[at]);
          high = Math.max(high, free[at]);
        }
      }
    }
    return high - low;
  }
}
