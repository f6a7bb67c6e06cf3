package org.caretally.disclosure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Limits of counts, pushed through sums until none moves: each whole lies between the sums of its
 * parts' limits, each part between the whole less the others' limits. Every count inside stays
 * possible, so the limits are never too narrow; where no two sums meet twice they are exact.
 */
final class Bounds {
  private static final double SMALL = 1e-9;

  /** Crossing sums may creep; they are left to the programme then. */
  private static final int ROUNDS = 100;

  private final TreeMap<Integer, double[]> limits = new TreeMap<>();

  Bounds(Puzzle puzzle, List<Puzzle.Sum> sums) {
    for (Puzzle.Sum sum : sums) {
      put(puzzle, sum.whole());
      sum.parts().forEach(p -> put(puzzle, p));
    }
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (Puzzle.Sum sum : sums) {
        moved |= push(sum);
      }
    }
  }

  private void put(Puzzle puzzle, int cell) {
    limits.put(cell, new double[] {puzzle.low(cell), puzzle.high(cell)});
  }

  Map<Integer, double[]> limits() {
    return limits;
  }

  double[] of(int cell) {
    return limits.get(cell).clone();
  }

  private boolean push(Puzzle.Sum sum) {
    double low = 0;
    double high = 0;
    for (int part : sum.parts()) {
      low += limits.get(part)[0];
      high += limits.get(part)[1];
    }
    boolean moved = narrow(sum.whole(), low, high);
    double[] whole = limits.get(sum.whole());
    for (int part : sum.parts()) {
      double[] own = limits.get(part);
      double least = whole[0] - (high - own[1]);
      double most = whole[1] - (low - own[0]);
      double[] before = own.clone();
      if (narrow(part, least, most)) {
        moved = true;
        low += own[0] - before[0];
        high += own[1] - before[1];
      }
    }
    return moved;
  }

  private boolean narrow(int cell, double low, double high) {
    double[] own = limits.get(cell);
    boolean moved = low > own[0] + SMALL || high < own[1] - SMALL;
    own[0] = Math.max(own[0], low);
    own[1] = Math.min(own[1], high);
    return moved;
  }
}
