package org.caretally.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What can be worked out about a hidden count.
 *
 * <p>Estimand: the smallest and the largest value x_c over all x with Σ parts = whole for every sum
 * and low ≤ x ≤ high for every count; two linear programmes. A count whose interval is narrow is as
 * good as published.
 *
 * <p>Fischetti, M. and Salazar, J. J. (2001). Solving the cell suppression problem on tabular data
 * with linear constraints. Management Science 47, 1008–1027. doi:10.1287/mnsc.47.7.1008.10445
 */
final class Attacker {
  private static final double SMALL = 1e-6;

  private final Puzzle puzzle;

  Attacker(Puzzle puzzle) {
    this.puzzle = puzzle;
  }

  /** Returns how many values beyond the first one the attacker cannot rule out. */
  double width(int cell) {
    Unknown unknown = puzzle.cell(cell);
    List<Puzzle.Sum> linked = linked(cell);
    double[] interval =
        linked.size() == 1 ? single(linked.get(0), cell) : programme(linked, cell);
    double low = Math.ceil(interval[0] - SMALL);
    double high = Math.floor(interval[1] + SMALL);
    // the rules are public: a count that one of them hides is known to be small
    return unknown.primary() ? Math.min(high, unknown.rule()) - low : high - low;
  }

  boolean safe(int cell) {
    return width(cell) >= puzzle.cell(cell).needed();
  }

  /** Returns the sums that say anything about a count, directly or through other open counts. */
  private List<Puzzle.Sum> linked(int cell) {
    TreeSet<Integer> found = new TreeSet<>();
    TreeSet<Integer> seen = new TreeSet<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(cell));
    while (!next.isEmpty()) {
      int at = next.pop();
      for (int s = 0; s < puzzle.sums().size(); s++) {
        Puzzle.Sum sum = puzzle.sums().get(s);
        if (sum.holds(at) && found.add(s)) {
          List<Integer> all = new ArrayList<>(sum.parts());
          all.add(sum.whole());
          all.stream().filter(c -> puzzle.high(c) > puzzle.low(c) && seen.add(c)).forEach(next::add);
        }
      }
    }
    return found.stream().map(puzzle.sums()::get).toList();
  }

  /** The programme of a single sum has a closed solution. */
  private double[] single(Puzzle.Sum sum, int cell) {
    double low = 0;
    double high = 0;
    for (int part : sum.parts()) {
      low += part == cell ? 0 : puzzle.low(part);
      high += part == cell ? 0 : puzzle.high(part);
    }
    boolean whole = sum.whole() == cell;
    double from = whole ? low : puzzle.low(sum.whole()) - high;
    double to = whole ? high : puzzle.high(sum.whole()) - low;
    return new double[] {Math.max(from, puzzle.low(cell)), Math.min(to, puzzle.high(cell))};
  }

  private double[] programme(List<Puzzle.Sum> linked, int cell) {
    if (linked.isEmpty()) {
      return new double[] {puzzle.low(cell), puzzle.high(cell)};
    }
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    TreeMap<Integer, Variable> variables = new TreeMap<>();
    for (Puzzle.Sum sum : linked) {
      Expression equation = model.addExpression().level(0);
      equation.set(variable(model, variables, sum.whole()), -1);
      sum.parts().forEach(p -> equation.set(variable(model, variables, p), 1));
    }
    variables.get(cell).weight(1);
    return new double[] {
      bound(model.minimise(), puzzle.low(cell)), bound(model.maximise(), puzzle.high(cell))
    };
  }

  private Variable variable(
      ExpressionsBasedModel model, TreeMap<Integer, Variable> variables, int cell) {
    return variables.computeIfAbsent(
        cell, c -> model.newVariable("c" + c).lower(puzzle.low(c)).upper(puzzle.high(c)));
  }

  /** A weighted mean need not fit its parts; sums that contradict each other tell nothing. */
  private static double bound(Optimisation.Result result, double otherwise) {
    return result.getState().isFeasible() ? result.getValue() : otherwise;
  }
}
