package org.caretally.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quick proof that a hidden count could be another one: counts that move together so that every
 * sum stays true.
 *
 * <p>Estimand: a lower limit of max |y_c| over all y with Σ parts − whole = 0 in every sum and low
 * ≤ value + y ≤ high for every count. One more person in a count puts its sums out of balance;
 * another open count of the sum restores it and moves the trouble to its own second sum, until it
 * meets the other sum of the first count, or a count that is in no other sum. Each such chain is
 * pushed as far as its counts can move. For a crossed table the sums are the nodes of a network and
 * the counts its edges, so that this is Edmonds and Karp's largest flow; elsewhere it finds less,
 * never more, and the linear programme decides.
 *
 * <p>Ford, L. R. and Fulkerson, D. R. (1956). Maximal flow through a network. Canadian Journal of
 * Mathematics 8, 399–404. doi:10.4153/CJM-1956-045-5
 */
final class Exchange {
  private static final double SMALL = 1e-6;
  private static final int OUTSIDE = -1;

  /** Limits that are no whole numbers could be approached in ever smaller steps. */
  private static final int MOST_CHAINS = 10_000;

  private final Puzzle puzzle;
  private final int cell;
  private final Map<Integer, Double> at = new HashMap<>();

  private Exchange(Puzzle puzzle, int cell) {
    this.puzzle = puzzle;
    this.cell = cell;
  }

  /**
   * Returns how far a count can surely move from its true value.
   *
   * @param sign 1 for more, −1 for less
   * @param wanted where to stop
   */
  static double reach(Puzzle puzzle, int cell, int sign, double wanted) {
    return new Exchange(puzzle, cell).push(sign, wanted);
  }

  /** A sum that is out of balance by one, upwards or downwards. */
  private record Trouble(int sum, int sign) {}

  /** The count that moved, by how many, and the trouble that it mended. */
  private record Step(int moved, int by, Trouble before) {}

  private double push(int sign, double wanted) {
    double reached = 0;
    for (int i = 0; i < MOST_CHAINS && reached < wanted - SMALL; i++) {
      Map<Integer, Integer> moves = chains(sign);
      double most = wanted - reached;
      for (Map.Entry<Integer, Integer> move : moves.entrySet()) {
        most = Math.min(most, room(move.getKey(), move.getValue()) / Math.abs(move.getValue()));
      }
      if (moves.isEmpty() || most < SMALL) {
        return reached;
      }
      for (Map.Entry<Integer, Integer> move : moves.entrySet()) {
        at.merge(move.getKey(), most * move.getValue(), Double::sum);
      }
      reached += most;
    }
    return reached;
  }

  /** How far a count can still move; below 0 when it is not where it could be. */
  private double room(int c, int by) {
    double value = puzzle.cell(c).value() + at.getOrDefault(c, 0.0);
    return by == 0 ? Double.MAX_VALUE : by > 0 ? puzzle.high(c) - value : value - puzzle.low(c);
  }

  /** Returns what moves when the count moves by one, itself included; empty when nothing can. */
  private Map<Integer, Integer> chains(int sign) {
    Map<Integer, Integer> moves = new TreeMap<>();
    moves.put(cell, sign);
    List<Trouble> open = new ArrayList<>();
    for (int sum : puzzle.sumsWith(cell)) {
      open.add(new Trouble(sum, sign * puzzle.factor(sum, cell)));
    }
    while (!open.isEmpty()) {
      Trouble first = open.remove(0);
      Map<Trouble, Step> steps = new HashMap<>();
      Trouble end = chain(first, open, steps);
      if (end == null) {
        return Map.of();
      }
      for (Trouble t = end; !t.equals(first); t = steps.get(t).before()) {
        moves.merge(steps.get(t).moved(), steps.get(t).by(), Integer::sum);
      }
      open.remove(new Trouble(end.sum(), -end.sign()));
    }
    moves.values().removeIf(by -> by == 0);
    return moves;
  }

  /**
   * Breadth first from one trouble to an opposite one; where there is no way, out of all sums. Null
   * when there is none either.
   */
  private Trouble chain(Trouble first, List<Trouble> open, Map<Trouble, Step> steps) {
    Deque<Trouble> next = new ArrayDeque<>(List.of(first));
    Trouble out = null;
    steps.put(first, new Step(-1, 0, first));
    while (!next.isEmpty()) {
      Trouble here = next.remove();
      for (int c : puzzle.sums().get(here.sum()).cells()) {
        int by = -here.sign() * puzzle.factor(here.sum(), c);
        if (c == cell || puzzle.sumsWith(c).size() > 2 || room(c, by) < SMALL) {
          continue;
        }
        Trouble there = after(here, c, by);
        if (steps.putIfAbsent(there, new Step(c, by, here)) == null) {
          if (there.sum() == OUTSIDE) {
            out = there;
          } else if (open.contains(new Trouble(there.sum(), -there.sign()))) {
            return there;
          } else {
            next.add(there);
          }
        }
      }
    }
    return out;
  }

  private Trouble after(Trouble here, int c, int by) {
    for (int other : puzzle.sumsWith(c)) {
      if (other != here.sum()) {
        return new Trouble(other, by * puzzle.factor(other, c));
      }
    }
    return new Trouble(OUTSIDE, 1);
  }
}
