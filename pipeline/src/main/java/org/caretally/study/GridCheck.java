package org.caretally.study;

import java.util.List;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Refuses numbers whose grid is too fine to be multiplied exactly. A person adds the product of two
 * pivoted numbers, or of four when every person is a PSU, and that product must fit 63 bits before
 * it meets the weight; beyond, sums would be wrong without a sign of it.
 */
final class GridCheck {
  private static final long LARGEST_OF_TWO = 1L << 31;
  private static final long LARGEST_OF_FOUR = 46_000L;

  private GridCheck() {}

  static void check(List<Variable> variables, boolean people, Place place, Problems problems) {
    long largest = people ? LARGEST_OF_FOUR : LARGEST_OF_TWO;
    for (Variable variable : variables) {
      long reach = Math.max(variable.max() - variable.pivot(), variable.pivot() - variable.min());
      if (variable.kind() == Variable.Kind.NUMBER && reach > largest) {
        problems.add(
            Problem.of(
                Code.TOTALS_OVERFLOW,
                place,
                "\"" + variable.id() + "\" is held too finely to be summed exactly",
                "declare fewer decimals or a narrower range; for a scale allow fewer missing items"
                    + " (max_missing: 0)"));
      }
    }
  }
}
