package org.caretally.disclosure;

import java.util.List;
import java.util.Set;

/**
 * Withholds a prevalence with very few cases, or with very few people who are none: a percentage
 * and its base give away the count. For sensitive subjects the stricter number always applies.
 */
record CasesRule(int cases, int strict) implements Rule {

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(all, fact -> applies(fact));
  }

  private boolean applies(Fact fact) {
    long with = fact.estimate().cases();
    long fewest = fact.care().sensitive() ? Math.max(cases, strict) : cases;
    return with >= 0 && (with < fewest || fact.estimate().n() - with < fewest);
  }
}
