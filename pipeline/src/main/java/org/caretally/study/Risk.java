package org.caretally.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Variable;
import org.caretally.design.Domain;

/**
 * What makes people recognisable, and what could be learnt about them: the breakdowns, all crossed,
 * and the cut-offs.
 *
 * @param domains positions of the breakdowns in the coding, crossings left out: they add nothing
 * @param outcomes positions in the row of the cases that are looked at
 * @param names their ids, such as {@code phq9.total:screen_positive}
 */
public record Risk(List<Integer> domains, List<Integer> outcomes, List<String> names)
    implements Serializable {

  /** Nothing is looked at. */
  public static final Risk NONE = new Risk(List.of(), List.of(), List.of());

  /** Returns the breakdowns and cut-offs of a study. */
  public static Risk of(Plan plan) {
    List<Integer> domains = new ArrayList<>();
    List<Domain> all = plan.coding().domains();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).axes().size() < 2) {
        domains.add(i);
      }
    }
    List<Integer> outcomes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Variable> variables = plan.coding().variables();
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).kind() == Variable.Kind.CASE) {
        outcomes.add(i);
        names.add(variables.get(i).id());
      }
    }
    return new Risk(domains, outcomes, names);
  }
}
