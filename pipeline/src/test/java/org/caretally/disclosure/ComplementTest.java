package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The choice of further groups is safe, and hardly dearer than the best one there is. */
class ComplementTest {
  @Test
  void theChoiceIsNearTheCheapestSafeOne() {
    Random random = new Random(11);
    long chosen = 0;
    long best = 0;
    int needed = 0;
    for (int round = 0; round < 300; round++) {
      Counted counted = counted(random, 3 + random.nextInt(5));
      BitSet people = new BitSet();
      BitSet primary = counted.fewCases();
      BitSet all = new BitSet();
      all.set(1, counted.people().length - 1);
      BitSet hidden =
          new Complement(
                  counted.family(),
                  Complement.byCost(List.of(counted)),
                  (h, first) -> Audit.exposed(counted, people, h, first),
                  100)
              .withheld(primary);
      assertTrue(hidden.equals(all) || passes(counted, hidden));
      long cheapest = cheapest(counted, primary, all);
      chosen += cost(counted, hidden, primary);
      best += cheapest;
      needed += cheapest > 0 ? 1 : 0;
    }
    double excess = 100.0 * (chosen - best) / best;
    System.out.printf(
        Locale.ROOT,
        "complementary choice: %d of 300 tables needed one, %.1f %% dearer than the best%n",
        needed,
        excess);
    assertTrue(needed > 50 && chosen >= best && excess < 25);
  }

  private static boolean passes(Counted counted, BitSet hidden) {
    return Audit.exposed(counted, new BitSet(), hidden, new BitSet()).isEmpty();
  }

  private static long cost(Counted counted, BitSet hidden, BitSet primary) {
    return hidden.stream().filter(i -> !primary.get(i)).mapToLong(i -> counted.people()[i]).sum();
  }

  private static long cheapest(Counted counted, BitSet primary, BitSet all) {
    long best = cost(counted, all, primary);
    for (long bits = 0; bits < 1L << all.cardinality(); bits++) {
      BitSet hidden = new BitSet();
      for (int i = 0; i < all.cardinality(); i++) {
        hidden.set(i + 1, (bits >> i & 1) == 1);
      }
      hidden.or(primary);
      if (cost(counted, hidden, primary) < best && passes(counted, hidden)) {
        best = cost(counted, hidden, primary);
      }
    }
    return best;
  }

  private static Counted counted(Random random, int groups) {
    List<Family.Place> places = new ArrayList<>(List.of(Family.Place.EVERYBODY));
    List<Integer> parts = new ArrayList<>();
    long[] people = new long[groups + 2];
    long[] cases = new long[groups + 2];
    Fact[] facts = new Fact[groups + 2];
    for (int i = 1; i <= groups + 1; i++) {
      places.add(i > groups ? Family.Place.REST : new Family.Place("d", "l" + i));
      parts.add(i);
      if (i <= groups) {
        people[i] = 12 + random.nextInt(140);
        for (int p = 0; p < people[i]; p++) {
          cases[i] += random.nextInt(10) == 0 ? 1 : 0;
        }
        facts[i] = FixtureFacts.prevalence(people[i], cases[i]);
        people[0] += people[i];
        cases[0] += cases[i];
      }
    }
    facts[0] = FixtureFacts.prevalence(people[0], cases[0]);
    Family family = new Family(places, List.of(new Family.Block(0, parts, true)));
    Counted counted = new Counted(family, facts, people, cases, true, 11, 3);
    assertEquals(0, people[groups + 1]);
    return counted;
  }
}
