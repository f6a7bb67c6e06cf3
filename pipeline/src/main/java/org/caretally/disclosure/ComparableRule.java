package org.caretally.disclosure;

import java.util.List;
import java.util.Set;

/** Shows no change of what was not asked or scored alike; the fact itself says why. */
record ComparableRule() implements Rule {

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.NOT_APPLICABLE;
  }

  @Override
  public String reason() {
    return "not comparable";
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(all, fact -> !WavesUsed.comparable(fact));
  }
}
