package org.caretally.estimate;

import java.io.Serializable;

/**
 * The people of one PSU (or of one stratum, when people are PSUs) who are in one class of weighting
 * to headcounts: their sums in every cell, and the weights of all of them, in a cell or not.
 */
final class ClassUnit implements Serializable {
  private static final long serialVersionUID = 1L;

  final Unit unit;
  private final Totals weights = new Totals(2);
  private final WideTotals squares = new WideTotals(1);

  ClassUnit(int cells) {
    unit = new Unit(cells);
  }

  private ClassUnit(Unit unit) {
    this.unit = unit;
  }

  /** Returns the same people with cells joined. */
  ClassUnit pooled(Layout joint, int[] at) {
    ClassUnit pooled = new ClassUnit(unit.pooled(joint, at));
    pooled.weights.addAll(weights);
    pooled.squares.addAll(squares);
    return pooled;
  }

  void add(long base, long weight) {
    weights.add(0, weight, 1);
    weights.add(1, base, 1);
    squares.add(0, Math.multiplyHigh(weight, weight), weight * weight, 1);
  }

  void addAll(Layout layout, ClassUnit other) {
    unit.addAll(layout, other.unit);
    weights.addAll(other.weights);
    squares.addAll(other.squares);
  }

  /** Returns Σ w on the grid. */
  double weight() {
    return weights.value(0);
  }

  /** Returns Σ d, the design weights, on the grid. */
  double base() {
    return weights.value(1);
  }

  /** Returns Σ w² on the squared grid. */
  double square() {
    return squares.value(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassUnit u
        && unit.equals(u.unit)
        && weights.equals(u.weights)
        && squares.equals(u.squares);
  }

  @Override
  public int hashCode() {
    return unit.hashCode();
  }
}
