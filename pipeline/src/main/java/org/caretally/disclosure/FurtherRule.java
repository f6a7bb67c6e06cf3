package org.caretally.disclosure;

import java.util.List;
import java.util.Set;

/**
 * Withholds what was chosen to keep other withheld numbers from being worked out. Its words are
 * those of the rules it helps: which number was withheld first is itself confidential.
 *
 * @param chosen positions of the facts
 */
record FurtherRule(Set<Integer> chosen) implements Rule {

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public String reason() {
    return Rule.FEW;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return chosen;
  }
}
