package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.codebook.Variable;
import org.caretally.estimate.Imputation;
import org.caretally.instrument.Construct;
import org.caretally.problem.Place;

/**
 * A check with missing scores filled in.
 *
 * @param sets how many data sets are made
 * @param seed start of the random numbers
 * @param with declared variables that predict, besides the scores themselves
 * @param place where it is declared
 */
public record ImputationUse(int sets, long seed, List<String> with, Place place) {
  /** Copies the list. */
  public ImputationUse {
    with = List.copyOf(with);
  }

  /**
   * Returns what is filled in: the scores of the measures that stand for challenges, with their
   * cut-offs, and numbers that predict.
   *
   * @param variables the variables of a row
   * @param coverage for each construct the measure that stands for it
   */
  Imputation.Plan plan(List<Variable> variables, Map<Construct, Measure> coverage) {
    List<String> ids = variables.stream().map(Variable::id).toList();
    Map<String, Set<Integer>> scores = new LinkedHashMap<>();
    for (Measure measure : measures(coverage)) {
      Set<Integer> score = scores.computeIfAbsent(measure.scale(), k -> new LinkedHashSet<>());
      List.of(measure.scale(), measure.id()).stream()
          .filter(ids::contains)
          .forEach(id -> score.add(ids.indexOf(id)));
    }
    List<Imputation.Level> levels = new ArrayList<>();
    for (String name : with) {
      int at = ids.indexOf(name);
      if (variables.get(at).kind() == Variable.Kind.NUMBER) {
        scores.putIfAbsent(name, Set.of(at));
      } else {
        levels.add(new Imputation.Level(at, Math.max(2, variables.get(at).levels().size())));
      }
    }
    return new Imputation.Plan(
        sets, seed, scores.values().stream().<List<Integer>>map(List::copyOf).toList(), levels);
  }

  /** Returns the measures that stand for challenges. */
  static List<Measure> measures(Map<Construct, Measure> coverage) {
    return coverage.entrySet().stream()
        .filter(e -> e.getKey().kind() == Construct.Kind.CHALLENGE)
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }
}
