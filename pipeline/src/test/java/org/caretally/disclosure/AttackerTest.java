package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.caretally.disclosure.Attacker.Count;
import org.caretally.disclosure.Legible.Span;
import org.junit.jupiter.api.Test;

/** The formula for one breakdown gives what the linear programmes give. */
class AttackerTest {
  @Test
  void theFormulaIsTheLinearProgramme() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      int groups = 2 + random.nextInt(4);
      Counted counted = counted(random, groups);
      BitSet people = new BitSet();
      BitSet cases = new BitSet();
      for (int i = 1; i <= groups; i++) {
        boolean few = counted.people()[i] < 11;
        people.set(i, few || random.nextInt(3) == 0);
        cases.set(i, people.get(i) || random.nextInt(3) == 0);
      }
      people.set(groups + 1);
      cases.set(groups + 1);
      Attacker attacker = new Attacker(counted, people, cases);
      BitSet target = new BitSet();
      target.set(cases.nextSetBit(0));
      for (Count count : Count.values()) {
        Span solved = attacker.range(target, count);
        Span formula = attacker.single(0, target, count);
        assertEquals(solved.low(), formula.low(), 1e-6, round + " " + count);
        assertEquals(solved.high(), formula.high(), 1e-6, round + " " + count);
      }
    }
  }

  private static Counted counted(Random random, int groups) {
    List<Family.Place> places = new ArrayList<>(List.of(Family.Place.EVERYBODY));
    List<Integer> parts = new ArrayList<>();
    long[] people = new long[groups + 2];
    long[] cases = new long[groups + 2];
    for (int i = 1; i <= groups + 1; i++) {
      boolean rest = i == groups + 1;
      places.add(rest ? Family.Place.REST : new Family.Place("d", "l" + i));
      parts.add(i);
      people[i] = random.nextInt(random.nextBoolean() ? 12 : 90);
      cases[i] = people[i] == 0 ? 0 : random.nextInt((int) people[i] + 1);
      people[0] += people[i];
      cases[0] += cases[i];
    }
    Fact[] facts = new Fact[groups + 2];
    for (int i = 0; i <= groups; i++) {
      facts[i] = FixtureFacts.prevalence(people[i], cases[i]);
    }
    Family family = new Family(places, List.of(new Family.Block(0, parts, true)));
    return new Counted(family, facts, people, cases, true, 11, 3);
  }
}
