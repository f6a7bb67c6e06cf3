package org.caretally.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Withholds a change unless the result of every wave it is made from is published in its own right:
 * the change and the other wave's result would give it back.
 *
 * @param mark the mark that such changes get
 * @param hidden results that are withheld with this mark, told by wave, breakdown, level, measure
 */
record WavesRule(Withheld.Mark mark, Set<List<String>> hidden) implements Rule {

  static WavesRule of(Withheld.Mark mark, String status, ProtectedTable estimates) {
    Set<List<String>> hidden = new HashSet<>();
    for (ProtectedTable.Row row : estimates.rows()) {
      if (row.text("status").equals(status) && !row.shows("estimate")) {
        hidden.add(
            List.of(row.text("wave"), row.text("domain"), row.text("level"), row.text("measure")));
      }
    }
    return new WavesRule(mark, Set.copyOf(hidden));
  }

  @Override
  public String reason() {
    return FEW;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    return Rule.positions(
        all, fact -> WavesUsed.of(fact).stream().anyMatch(w -> hidden.contains(key(w, fact))));
  }

  private static List<String> key(String wave, Fact fact) {
    Group group = Group.of(fact);
    return List.of(wave, group.domain(), group.level(), fact.words().getOrDefault("measure", ""));
  }
}
