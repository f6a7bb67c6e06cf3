package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.caretally.codebook.Missing;
import org.junit.jupiter.api.Test;

/** Groups of people who are alike, by hand and against a slow count. */
class CrowdTest {
  private static final long SEED = 7L;

  @Test
  void byHand() {
    Crowd crowd = new Crowd();
    crowd.add("", new int[] {0, 1}, new long[] {1, 0});
    crowd.add("", new int[] {0, 1}, new long[] {0, 0});
    crowd.add("", new int[] {0, 1}, new long[] {Missing.MARK, 0});
    crowd.add("", new int[] {1, -1}, new long[] {1, 1});
    crowd.add("2026", new int[] {0, 1}, new long[] {Missing.MARK, 1});
    assertEquals(3, crowd.groups());
    assertEquals(5, crowd.people());
    assertEquals(1, crowd.smallest());
    assertEquals(2, crowd.below(3));
    assertEquals(2, crowd.uniform(0));
    assertEquals(3, crowd.uniform(1));
  }

  @Test
  void nobody() {
    assertEquals(0, new Crowd().smallest());
    assertEquals(0, new Crowd().below(5));
  }

  /** A person belongs to a small group when fewer than k people, itself included, are like it. */
  @Test
  void anySplitAndTheSlowCount() {
    Random random = new Random(SEED);
    int n = 400;
    int[][] levels = new int[n][];
    Crowd whole = new Crowd();
    List<Crowd> parts = List.of(new Crowd(), new Crowd(), new Crowd());
    for (int i = 0; i < n; i++) {
      levels[i] = new int[] {random.nextInt(5) - 1, random.nextInt(6), random.nextInt(3)};
      long[] outcomes = {random.nextInt(2)};
      whole.add("w", levels[i], outcomes);
      parts.get(random.nextInt(3)).add("w", levels[i], outcomes);
    }
    long small = 0;
    for (int[] one : levels) {
      long alike = 0;
      for (int[] other : levels) {
        alike += java.util.Arrays.equals(one, other) ? 1 : 0;
      }
      small += alike < 5 ? 1 : 0;
    }
    Crowd merged = new Crowd();
    parts.forEach(merged::merge);
    for (Crowd crowd : List.of(whole, merged)) {
      assertEquals(small, crowd.below(5), "seed " + SEED);
      assertEquals(n, crowd.people());
      assertEquals(whole.uniform(0), crowd.uniform(0));
    }
  }
}
