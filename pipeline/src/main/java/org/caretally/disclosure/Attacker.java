package org.caretally.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * What can be worked out about a hidden count.
 *
 * <p>Estimand: the smallest and the largest value x_c over all x with Σ parts = whole for every sum
 * and low ≤ x ≤ high for every count; two linear programmes. A count whose interval is narrow is as
 * good as published. Where the sums form a network, chains of exchanges give the same ({@link
 * Exchange}), and where they form a tree, pushing limits through them.
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

  /** Returns whether enough values remain between which the attacker cannot decide. */
  boolean safe(int cell) {
    puzzle.work().attack();
    // what is safe from an attacker who knows every published count exactly is safe from others
    puzzle.pin(true);
    boolean safe = moves(cell);
    puzzle.pin(false);
    return safe || moves(cell) || (!puzzle.network() && solved(cell));
  }

  private boolean solved(int cell) {
    double needed = puzzle.cell(cell).needed();
    List<Puzzle.Sum> linked = new ArrayList<>();
    TreeSet<Integer> open = new TreeSet<>();
    boolean tree = link(cell, linked, open);
    if (linked.isEmpty()) {
      return width(cell, puzzle.low(cell), puzzle.high(cell)) >= needed;
    }
    Bounds bounds = new Bounds(puzzle, linked);
    double[] limits = bounds.of(cell);
    if (tree || width(cell, limits[0], limits[1]) < needed) {
      return width(cell, limits[0], limits[1]) >= needed;
    }
    double low = programme(bounds, linked, cell, 1);
    double high = programme(bounds, linked, cell, -1);
    return width(cell, low, high) >= needed;
  }

  /** Returns whether counts that are surely possible already lie far enough apart. */
  private boolean moves(int cell) {
    double needed = puzzle.cell(cell).needed();
    double value = puzzle.cell(cell).value();
    // one more than needed, because values between whole numbers are rounded inwards
    double high = value + Exchange.reach(puzzle, cell, 1, needed + 1);
    double missing = needed - width(cell, value, high);
    return missing <= 0
        || width(cell, value - Exchange.reach(puzzle, cell, -1, missing + 1), high) >= needed;
  }

  /** The rules are public: a count that one of them hides is known to be small. */
  private double width(int cell, double low, double high) {
    Unknown unknown = puzzle.cell(cell);
    double most = unknown.primary() ? Math.min(high, unknown.rule()) : high;
    return Math.floor(most + SMALL) - Math.ceil(low - SMALL);
  }

  /**
   * Collects the sums that say anything about a count, directly or through other open counts.
   *
   * @return whether they and the open counts form a tree
   */
  private boolean link(int cell, List<Puzzle.Sum> linked, Set<Integer> open) {
    Deque<Integer> next = new ArrayDeque<>(List.of(cell));
    TreeSet<Integer> found = new TreeSet<>();
    int ties = 0;
    open.add(cell);
    while (!next.isEmpty()) {
      for (int s : puzzle.sumsWith(next.pop())) {
        if (found.add(s)) {
          linked.add(puzzle.sums().get(s));
          for (int other : puzzle.sums().get(s).cells()) {
            boolean isOpen = puzzle.high(other) > puzzle.low(other);
            ties += isOpen || other == cell ? 1 : 0;
            if (isOpen && open.add(other)) {
              next.add(other);
            }
          }
        }
      }
    }
    return ties == open.size() + found.size() - 1;
  }

  /** Returns the least value of a count (sign 1) or the largest one (sign −1). */
  private double programme(Bounds bounds, List<Puzzle.Sum> linked, int cell, int sign) {
    Map<Integer, double[]> limits = bounds.limits();
    List<Integer> order = new ArrayList<>();
    limits.forEach((c, l) -> addOpen(order, c, l));
    puzzle.work().programme(order.size());
    double[] goal = new double[order.size()];
    double[] upper = new double[order.size()];
    goal[order.indexOf(cell)] = sign;
    Arrays.setAll(upper, i -> limits.get(order.get(i))[1] - limits.get(order.get(i))[0]);
    LinearSolver.Builder model = LinearSolver.newBuilder(goal).lower(0);
    for (int i = 0; i < upper.length; i++) {
      // as rows, because the solver passes over upper bounds of variables
      double[] one = new double[upper.length];
      one[i] = 1;
      model.inequality(upper[i], one);
    }
    for (Puzzle.Sum sum : linked) {
      double[] factors = new double[order.size()];
      double level = limits.get(sum.whole())[0];
      set(factors, order, sum.whole(), -1);
      for (int part : sum.parts()) {
        level -= limits.get(part)[0];
        set(factors, order, part, 1);
      }
      model.equality(level, factors);
    }
    Optimisation.Result result = model.solve();
    // without a solution nothing is proved, and the count is treated as known
    return result.getState().isOptimal()
        ? limits.get(cell)[0] + result.doubleValue(order.indexOf(cell))
        : puzzle.cell(cell).value();
  }

  private static void addOpen(List<Integer> order, int cell, double[] limits) {
    if (limits[1] > limits[0]) {
      order.add(cell);
    }
  }

  private static void set(double[] factors, List<Integer> order, int cell, double factor) {
    int at = order.indexOf(cell);
    if (at >= 0) {
      factors[at] = factor;
    }
  }
}
