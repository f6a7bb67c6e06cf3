package org.caretally.disclosure;

import java.util.List;
import java.util.Set;
import org.caretally.estimate.Reliability;

/** Withholds numbers that are too imprecise to be presented. */
record ReliabilityRule() implements Rule {

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.UNRELIABLE;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(
        all, fact -> fact.estimate().reliability().grade() == Reliability.Grade.SUPPRESS);
  }
}
