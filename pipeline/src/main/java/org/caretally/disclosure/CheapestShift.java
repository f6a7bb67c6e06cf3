package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * Finds the counts that must be hidden so that a hidden one could be larger or smaller by a wanted
 * amount: the counts that move with it, at the least cost.
 *
 * <p>Estimand: argmin Σ c_i |y_i| over all y with Σ parts = whole in every sum and y_p = the wanted
 * amount for the count p; hidden counts move without cost, published ones inside the interval that
 * is known of them. Each count with y_i ≠ 0 is hidden. It is the linear form of the incremental
 * network method; the exact choice, with a cost for each count and not for each step of it, is an
 * integer programme that no survey needs.
 *
 * <p>Castro, J. (2012). Recent advances in optimization techniques for statistical tabular data
 * protection. European Journal of Operational Research 216, 257–269. doi:10.1016/j.ejor.2011.03.050
 */
final class CheapestShift {
  private static final double SMALL = 1e-6;

  /** Keeps the choice between counts of equal cost independent of the solver. */
  private static final double TIE = 1e-5;

  /** Few counts of many people are a smaller loss than many counts of few. */
  private static final double FEWER = 20;

  private final Puzzle puzzle;
  private final List<Integer> cells;
  private final List<Puzzle.Sum> sums;

  CheapestShift(Puzzle puzzle) {
    this.puzzle = puzzle;
    cells =
        IntStream.range(0, puzzle.cells().size())
            .boxed()
            .sorted(Comparator.comparing((Integer c) -> puzzle.cell(c).name()))
            .toList();
    sums = puzzle.sums().stream().sorted(Comparator.comparing(this::name)).toList();
  }

  private String name(Puzzle.Sum sum) {
    return sum.cells().stream()
        .map(c -> puzzle.cell(c).name())
        .sorted()
        .collect(Collectors.joining("\u0001"));
  }

  /** Returns published counts whose hiding leaves a hidden count room; none when there are none. */
  Set<Integer> partners(int cell) {
    Unknown unknown = puzzle.cell(cell);
    double needed = unknown.needed();
    double ceiling = unknown.primary() ? unknown.rule() : unknown.most();
    double up = Math.max(0, Math.min(needed, ceiling - unknown.value()));
    double down = Math.min(needed - up, unknown.value());
    Set<Integer> chosen = new TreeSet<>();
    if (up > 0) {
      chosen.addAll(moved(cell, up));
    }
    if (down > 0) {
      chosen.addAll(moved(cell, -down));
    }
    return chosen;
  }

  /** One column of the programme: a count's movement upwards or downwards. */
  private record Column(int cell, int sign, double cost, double most) {}

  private List<Integer> moved(int cell, double amount) {
    List<Column> columns = new ArrayList<>();
    for (int c : cells) {
      if (c != cell) {
        columns(c, columns);
      }
    }
    double[] goal = columns.stream().mapToDouble(Column::cost).toArray();
    LinearSolver.Builder model = LinearSolver.newBuilder(goal).lower(0);
    for (Puzzle.Sum sum : sums) {
      balance(model, sum, columns, cell, amount);
    }
    for (int i = 0; i < goal.length; i++) {
      // a movement beyond the wanted amount is never cheaper, so only tighter limits matter
      if (columns.get(i).most() < Math.abs(amount)) {
        double[] one = new double[goal.length];
        one[i] = 1;
        model.inequality(columns.get(i).most(), one);
      }
    }
    Optimisation.Result result = model.solve();
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; result.getState().isOptimal() && i < goal.length; i++) {
      if (result.doubleValue(i) > SMALL && goal[i] > 1) {
        chosen.add(columns.get(i).cell());
      }
    }
    return chosen;
  }

  private void columns(int cell, List<Column> columns) {
    Unknown c = puzzle.cell(cell);
    double tie = TIE * (columns.size() + 1);
    if (puzzle.hidden(cell)) {
      columns.add(new Column(cell, 1, tie, c.most() - c.value()));
      columns.add(new Column(cell, -1, tie, c.value()));
      return;
    }
    if (c.high() > c.low()) {
      columns.add(new Column(cell, 1, tie, c.high() - c.value()));
      columns.add(new Column(cell, -1, tie, c.value() - c.low()));
    }
    if (c.cost() < Unknown.NEVER) {
      double cost = FEWER + Math.sqrt(c.cost()) + tie;
      columns.add(new Column(cell, 1, cost, c.most() - c.value()));
      columns.add(new Column(cell, -1, cost, c.value()));
    }
  }

  private static void balance(
      LinearSolver.Builder model, Puzzle.Sum sum, List<Column> columns, int cell, double amount) {
    double[] factors = new double[columns.size()];
    for (int i = 0; i < factors.length; i++) {
      Column column = columns.get(i);
      if (column.cell() == sum.whole()) {
        factors[i] = -column.sign();
      } else if (sum.parts().contains(column.cell())) {
        factors[i] = column.sign();
      }
    }
    double own = cell == sum.whole() ? -amount : sum.parts().contains(cell) ? amount : 0;
    model.equality(-own, factors);
  }
}
