package org.caretally.disclosure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A reason to withhold numbers. A rule sees everything that is to be published and what is withheld
 * already.
 */
interface Rule {

  /** Returns the mark that the withheld numbers get. */
  Withheld.Mark mark();

  /** Returns the positions of the facts to withhold, given those withheld already. */
  Set<Integer> withhold(List<Fact> all, Set<Integer> withheld);

  /** Returns the positions of all facts that meet a condition. */
  static Set<Integer> positions(List<Fact> all, Predicate<Fact> condition) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (condition.test(all.get(i))) {
        found.add(i);
      }
    }
    return found;
  }
}
