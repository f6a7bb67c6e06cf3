package org.caretally.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Withholds what is told of weights. Where weights were made to meet headcounts, a design effect of
 * weights is n Σ N_g² / (n_g N²): with all n_g but one it says the last one.
 *
 * @param waves waves in which nothing may be told
 */
record WeightsRule(Set<String> waves) implements Rule {
  /** The measure under which design effects of weights stand. */
  static final String WEIGHTS = "weights";

  private static final String WAVE = "wave";

  /** Returns the waves in which a group with a known headcount has no number of people in print. */
  static Set<String> quiet(Release release, ProtectedTable estimates) {
    Map<List<Object>, Boolean> told = new HashMap<>();
    for (ProtectedTable.Row row : estimates.rows()) {
      Group group = new Group(row.text("domain"), row.text("level"));
      if (release.headcounts().of(row.text(WAVE)).containsKey(group)) {
        told.merge(List.of(row.text(WAVE), group), row.shows("n"), Boolean::logicalOr);
      }
    }
    Set<String> waves = new HashSet<>();
    told.forEach((place, shown) -> waves.addAll(shown ? Set.of() : Set.of((String) place.get(0))));
    return waves;
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
        all,
        fact ->
            WEIGHTS.equals(fact.words().get("measure"))
                && waves.contains(fact.words().getOrDefault(WAVE, "")));
  }
}
