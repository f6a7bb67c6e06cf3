package org.caretally.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Counts that are tied by sums, some published and some hidden: what an attacker tries to solve.
 * The attacker knows every sum, the interval of every published count, that no count is negative
 * and how large it can be at most.
 */
final class Puzzle {

  /** A whole and the parts that add up to it, by position. */
  record Sum(int whole, List<Integer> parts) {

    /** Returns the parts and the whole. */
    List<Integer> cells() {
      List<Integer> all = new ArrayList<>(parts);
      all.add(whole);
      return all;
    }
  }

  private final List<Unknown> cells = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final List<List<Integer>> with = new ArrayList<>();
  private final BitSet hidden = new BitSet();
  private final Work work = new Work();
  private boolean pinned;
  private Boolean network;

  /** Adds a count and returns its position. */
  int add(Unknown cell, boolean isHidden) {
    hidden.set(cells.size(), isHidden || cell.remainder());
    cells.add(cell);
    with.add(new ArrayList<>());
    network = null;
    return cells.size() - 1;
  }

  void sum(int whole, List<Integer> parts) {
    Sum sum = new Sum(whole, List.copyOf(parts));
    sum.cells().forEach(c -> with.get(c).add(sums.size()));
    sums.add(sum);
    network = null;
  }

  /** Returns where work on it is counted. */
  Work work() {
    return work;
  }

  List<Unknown> cells() {
    return cells;
  }

  Unknown cell(int at) {
    return cells.get(at);
  }

  List<Sum> sums() {
    return sums;
  }

  /**
   * Returns whether the sums are the nodes of a network and the counts its edges: no count is in
   * more than two sums, and the sums can be turned so that each count enters one and leaves the
   * other.
   */
  boolean network() {
    if (network == null) {
      network = turned();
    }
    return network;
  }

  private boolean turned() {
    int[] sign = new int[sums.size()];
    for (int start = 0; start < sign.length; start++) {
      if (sign[start] == 0) {
        sign[start] = 1;
        if (!turned(start, sign)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean turned(int start, int[] sign) {
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      int here = next.remove();
      for (int cell : sums.get(here).cells()) {
        if (with.get(cell).size() > 2) {
          return false;
        }
        for (int other : with.get(cell)) {
          int wanted = -sign[here] * factor(here, cell) * factor(other, cell);
          if (other != here && sign[other] == 0) {
            sign[other] = wanted;
            next.add(other);
          } else if (other != here && sign[other] != wanted) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Returns how a count enters a sum: 1 for a part, −1 for the whole. */
  int factor(int sum, int cell) {
    return sums.get(sum).whole() == cell ? -1 : 1;
  }

  /** Returns the positions of the sums that a count is in. */
  List<Integer> sumsWith(int cell) {
    return with.get(cell);
  }

  boolean hidden(int cell) {
    return hidden.get(cell);
  }

  void hide(int cell, boolean isHidden) {
    hidden.set(cell, isHidden);
  }

  /** Takes published counts as known exactly, or as the intervals that they are. */
  void pin(boolean isPinned) {
    pinned = isPinned;
  }

  double low(int cell) {
    return hidden(cell) ? 0 : pinned ? cell(cell).value() : cell(cell).low();
  }

  double high(int cell) {
    return hidden(cell) ? cell(cell).most() : pinned ? cell(cell).value() : cell(cell).high();
  }
}
