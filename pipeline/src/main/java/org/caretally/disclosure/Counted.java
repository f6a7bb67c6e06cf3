package org.caretally.disclosure;

import java.util.BitSet;
import org.caretally.estimate.Reliability;

/**
 * People and cases of one measure in every place of a family, in one wave.
 *
 * @param family the places
 * @param facts for each place the fact; null where nothing is to be published, as for a rest
 * @param people people with an answer
 * @param cases people who are a case; 0 everywhere when there are none to count
 * @param hasCases whether cases are counted
 * @param fewest fewest people of whom a number may be told
 * @param fewestCases fewest cases, and people who are none, that may be told
 */
record Counted(
    Family family,
    Fact[] facts,
    long[] people,
    long[] cases,
    boolean hasCases,
    long fewest,
    long fewestCases) {

  /** Counts the rests: what is left of the whole. */
  static Counted of(Family family, Fact[] facts, long k, long usual, long strict) {
    int size = family.places().size();
    long[] people = new long[size];
    long[] cases = new long[size];
    Fact all = facts[0];
    for (int i = 0; i < size; i++) {
      people[i] = facts[i] == null ? 0 : facts[i].estimate().n();
      cases[i] = facts[i] == null ? 0 : Math.max(0, facts[i].estimate().cases());
    }
    for (Family.Block block : family.blocks()) {
      int rest = block.rest();
      people[rest] = people[block.whole()];
      cases[rest] = cases[block.whole()];
      for (int part : block.parts()) {
        people[rest] -= part == rest ? 0 : people[part];
        cases[rest] -= part == rest ? 0 : cases[part];
      }
    }
    long few = all.care().sensitive() ? Math.max(usual, strict) : usual;
    long fewest = Math.max(k, all.care().smallestBase());
    return new Counted(family, facts, people, cases, all.estimate().cases() >= 0, fewest, few);
  }

  /** Returns the same people without their cases. */
  Counted withoutCases() {
    return new Counted(family, facts, people, new long[people.length], false, fewest, fewestCases);
  }

  /** Returns the places of which too few people answered. */
  BitSet few() {
    BitSet few = new BitSet();
    for (int i = 1; i < people.length; i++) {
      if (facts[i] != null && people[i] < fewest) {
        few.set(i);
      }
    }
    return few;
  }

  /** Returns the places with too few cases, or too few people who are none. */
  BitSet fewCases() {
    BitSet few = new BitSet();
    for (int i = 1; i < people.length; i++) {
      if (facts[i] != null && fewCases(people[i], cases[i])) {
        few.set(i);
      }
    }
    return few;
  }

  boolean fewPeople(long n) {
    return n > 0 && n < fewest;
  }

  boolean fewCases(long n, long with) {
    return hasCases && n > 0 && (with < fewestCases || n - with < fewestCases);
  }

  /** What it costs to withhold a place: its people; nothing where it is too imprecise anyway. */
  long cost(int place) {
    if (facts[place] == null) {
      return 0;
    }
    boolean shown = facts[place].estimate().reliability().grade() != Reliability.Grade.SUPPRESS;
    return shown ? people[place] : 0;
  }
}
