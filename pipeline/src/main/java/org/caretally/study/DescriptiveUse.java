package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Variable;
import org.caretally.estimate.Ratio;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Further descriptive numbers that are asked for.
 *
 * @param totals whether weights scale to the population, so that people can be counted
 * @param ratios pairs of numbers whose ratio of totals is wanted, two names each
 * @param place where it is declared
 */
public record DescriptiveUse(boolean totals, List<List<String>> ratios, Place place) {
  /** Copies the list. */
  public DescriptiveUse {
    ratios = List.copyOf(ratios);
  }

  /** Reports what the data cannot give: people without weights, and names that are no number. */
  void check(boolean weighted, List<Variable> variables, Problems problems) {
    if (totals && !weighted) {
      problems.add(
          Problem.of(
              Code.VALUE_NOT_ALLOWED,
              place,
              "people of the population cannot be counted without weights",
              "name weights that add up to it under \"design\", or remove \"totals\""));
    }
    List<String> numbers =
        variables.stream().filter(v -> v.kind() == Variable.Kind.NUMBER).map(Variable::id).toList();
    for (List<String> pair : ratios) {
      for (String name : pair) {
        if (!numbers.contains(name)) {
          problems.add(
              new Problem(
                  Code.UNKNOWN_NAME,
                  place,
                  "there is no scale or number \"" + name + "\" for a ratio",
                  "a scale such as phq9.total, or a declared number",
                  Nearest.to(name, numbers),
                  ""));
        }
      }
    }
  }

  /**
   * Returns how the ratios are estimated, in order.
   *
   * @param variables the variables of a row
   */
  List<Ratio> estimators(List<Variable> variables) {
    List<String> ids = variables.stream().map(Variable::id).toList();
    List<Ratio> all = new ArrayList<>();
    for (List<String> pair : ratios) {
      int x = ids.indexOf(pair.get(0));
      int y = ids.indexOf(pair.get(1));
      if (x >= 0 && y >= 0) {
        all.add(new Ratio(x, variables.get(x), y, variables.get(y)));
      }
    }
    return all;
  }
}
