package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caretally.codebook.Missing;
import org.junit.jupiter.api.Test;

/** Counts of answers do not depend on how rows are split, merged or ordered. */
class ItemCountsTest {
  private static final long SEED = 314L;

  private final Random random = new Random(SEED);
  private final Scoring scoring =
      Scoring.of(Library.builtIn().find("audit_c").orElseThrow(), ScoringOptions.standard());

  private List<long[]> people(int n) {
    return new ArrayList<>(
        IntStream.range(0, n)
            .mapToObj(
                r ->
                    IntStream.range(0, 3)
                        .mapToLong(c -> random.nextInt(4) == 0 ? Missing.MARK : random.nextInt(5))
                        .toArray())
            .toList());
  }

  private ItemCounts count(List<long[]> people) {
    ItemCounts counts = ItemCounts.of(scoring);
    people.forEach(p -> counts.add(p, scoring));
    return counts;
  }

  private static List<Object> all(ItemCounts counts) {
    List<Object> all = new ArrayList<>(List.of(counts.people()));
    for (int c = 0; c < counts.columns(); c++) {
      all.addAll(List.of(counts.counts(c), counts.blank(c), counts.notAsked(c)));
    }
    return all;
  }

  @Test
  void anySplitAndAnyOrderGiveTheSameCounts() {
    List<long[]> people = people(500);
    List<Object> whole = all(count(people));
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(people, random);
      int cut = random.nextInt(people.size() + 1);
      ItemCounts left = count(people.subList(0, cut));
      ItemCounts right = count(people.subList(cut, people.size()));
      assertEquals(whole, all(right.merge(left).merge(count(List.of()))), "seed " + SEED);
    }
  }

  @Test
  void everybodyAnsweredOrWasBlankOrWasNotAsked() {
    List<long[]> people = people(500);
    ItemCounts counts = count(people);
    for (int c = 0; c < 3; c++) {
      int column = c;
      assertEquals(List.of(0L, 1L, 2L, 3L, 4L), counts.codes(c));
      for (int code = 0; code < 5; code++) {
        long gave = code;
        assertEquals(
            people.stream().filter(p -> p[column] == gave).count(), counts.counts(c).get(code));
      }
      long answered = counts.counts(c).stream().mapToLong(Long::longValue).sum();
      assertEquals(500, answered + counts.blank(c) + counts.notAsked(c), "seed " + SEED);
    }
  }

  @Test
  void whoNeverDrinksIsNotAskedFurther() {
    ItemCounts counts = count(List.of(new long[] {0, Missing.MARK, Missing.MARK}));
    assertEquals(List.of(0L, 0L, 0L), List.of(0, 1, 2).stream().map(counts::blank).toList());
    assertEquals(List.of(0L, 1L, 1L), List.of(0, 1, 2).stream().map(counts::notAsked).toList());
  }
}
