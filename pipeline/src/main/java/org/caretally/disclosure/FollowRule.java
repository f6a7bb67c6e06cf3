package org.caretally.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Withholds a comparison when the published result of one of its groups is confidential. What is
 * withheld is told by wave, breakdown, level and measure.
 *
 * @param hidden results that are confidential
 */
record FollowRule(Set<List<String>> hidden) implements Rule {

  static FollowRule of(ProtectedTable estimates) {
    Set<List<String>> hidden = new HashSet<>();
    for (ProtectedTable.Row row : estimates.rows()) {
      if (row.text("status").equals("confidential")) {
        hidden.add(
            List.of(row.text("wave"), row.text("domain"), row.text("level"), row.text("measure")));
      }
    }
    return new FollowRule(Set.copyOf(hidden));
  }

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public String reason() {
    return FEW;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(
        all, fact -> hidden(fact.words(), "level") || hidden(fact.words(), "against"));
  }

  private boolean hidden(Map<String, String> words, String level) {
    return hidden.contains(
        List.of(
            words.getOrDefault("wave", ""),
            words.getOrDefault("domain", ""),
            words.getOrDefault(level, ""),
            words.getOrDefault("measure", "")));
  }
}
