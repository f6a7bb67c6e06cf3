package org.caretally.disclosure;

import java.util.List;
import java.util.Set;

/**
 * Withholds every number of fewer than k people, or of fewer than its subject asks for. A number of
 * nobody tells nothing, but is none either.
 */
record BaseRule(int k) implements Rule {

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(
        all, fact -> fact.estimate().n() < Math.max(k, fact.care().smallestBase()));
  }
}
