package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolingTest {
  private static final Profile STANDARD = Profile.of("standard", 11);

  private static List<List<Integer>> pools(boolean ordered, long... bases) {
    long[][] one = new long[bases.length][];
    for (int i = 0; i < bases.length; i++) {
      one[i] = new long[] {bases[i]};
    }
    return Pooling.pools(one, ordered, STANDARD);
  }

  @Test
  void smallLevelsJoinAndTakeTheNextSmallestWhenTheyAreTooFew() {
    assertEquals(List.of(), pools(false, 200, 60, 11));
    assertEquals(List.of(List.of(1, 3)), pools(false, 200, 6, 60, 5));
    assertEquals(List.of(List.of(1, 2, 3)), pools(false, 200, 6, 60, 4));
    assertEquals(List.of(List.of(0, 1)), pools(false, 200, 3));
    assertEquals(List.of(), pools(false, 3), "a single level has nothing to join");
  }

  @Test
  void bandsJoinTheirSmallerNeighbour() {
    assertEquals(List.of(List.of(0, 1)), pools(true, 40, 3, 60, 70));
    assertEquals(List.of(List.of(2, 3)), pools(true, 40, 30, 60, 2));
    assertEquals(List.of(List.of(0, 1), List.of(3, 4)), pools(true, 4, 30, 60, 9, 8));
    assertEquals(List.of(List.of(0, 1, 2)), pools(true, 4, 3, 3));
  }

  @Test
  void aLevelThatNobodyIsInStaysAlone() {
    assertEquals(List.of(List.of(0, 3)), pools(false, 200, Pooling.NOBODY, 500, 5));
    assertEquals(List.of(), pools(false, 200, Pooling.NOBODY, 500));
  }

  @Test
  void oneSmallWaveDecidesForAll() {
    long[][] bases = {{90, 90, 90}, {40, 5, 40}, {50, 50, 50}, {Pooling.NOBODY, 30, 30}};
    assertEquals(List.of(List.of(1, 3)), Pooling.pools(bases, false, STANDARD));
    // together they would be too few in the first wave if nobody counted as enough
    long[][] late = {{90, 90}, {5, 40}, {Pooling.NOBODY, 12}, {50, 50}};
    assertEquals(List.of(List.of(1, 2, 3)), Pooling.pools(late, false, STANDARD));
    assertEquals(List.of(), Pooling.pools(late, false, Profile.of("public-use", 11)));
  }

  @Test
  void whateverTheSizesEveryGroupShownIsLargeEnoughOrStandsAlone() {
    Random random = new Random(8);
    for (int round = 0; round < 2_000; round++) {
      int levels = 1 + random.nextInt(9);
      long[] bases = random.longs(levels, 0, 40).toArray();
      boolean ordered = random.nextBoolean();
      List<List<Integer>> pools = pools(ordered, bases);
      List<Integer> joined = new ArrayList<>();
      pools.forEach(joined::addAll);
      assertEquals(joined.size(), joined.stream().distinct().count());
      long all = IntStream.range(0, levels).mapToLong(i -> bases[i]).sum();
      for (List<Integer> pool : pools) {
        long people = pool.stream().mapToLong(l -> bases[l]).sum();
        assertTrue(people >= 11 || people == all, () -> pools.toString());
        assertTrue(pool.stream().anyMatch(l -> bases[l] < 11), "merged without need");
        assertTrue(!ordered || pool.get(pool.size() - 1) - pool.get(0) <= levels - 1);
      }
      for (int l = 0; l < levels; l++) {
        boolean small = bases[l] > 0 && bases[l] < 11 && !joined.contains(l);
        assertTrue(!small || bases[l] == all, "a small group was left");
      }
    }
  }

  @Test
  void namesOfLevelsDoNotMatter() {
    List<Long> bases = new ArrayList<>(List.of(4L, 90L, 7L, 3L, 55L, 12L));
    long[] sorted = sizes(bases);
    Collections.shuffle(bases, new Random(2));
    assertEquals(4 + 7 + 3, sorted[0]);
    assertEquals(sorted[0], sizes(bases)[0]);
  }

  private static long[] sizes(List<Long> bases) {
    long[] plain = bases.stream().mapToLong(b -> b).toArray();
    return pools(false, plain).stream()
        .mapToLong(p -> p.stream().mapToLong(l -> plain[l]).sum())
        .toArray();
  }
}
