package org.caretally.estimate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What is kept once for a cell: weighted totals that need no variance, counts of people, and the
 * totals under each replicate weight.
 */
final class CellSums implements Serializable {
  final Totals plain;
  final long[] counts;
  private final Totals replicates;
  private final Totals weights = new Totals(1);
  private final WideTotals squares = new WideTotals(1);
  private final int size;
  private long people;

  CellSums(Shape shape, int replicates) {
    size = shape.sums();
    this.replicates = new Totals(size * replicates);
    plain = new Totals(shape.plains());
    counts = new long[shape.counts()];
  }

  void add(Shape shape, long weight, long[] weights, long[] vector) {
    people++;
    this.weights.add(0, weight, 1);
    squares.add(0, Math.multiplyHigh(weight, weight), weight * weight, 1);
    int[][] at = shape.plainAt;
    for (int i = 0; i < at[0].length; i++) {
      plain.add(i, weight, vector[at[0][i]] * vector[at[1][i]]);
    }
    at = shape.countAt;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += vector[at[0][i]] * vector[at[1][i]];
    }
    at = shape.sumAt;
    for (int i = 0; weights.length > 0 && i < size; i++) {
      long value = vector[at[0][i]] * vector[at[1][i]];
      for (int r = 0; value != 0 && r < weights.length; r++) {
        replicates.add(r * size + i, weights[r], value);
      }
    }
  }

  void addAll(CellSums other) {
    people += other.people;
    plain.addAll(other.plain);
    weights.addAll(other.weights);
    squares.addAll(other.squares);
    replicates.addAll(other.replicates);
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Returns a total under a replicate's weights, in cells of their grid. */
  double replicate(int replicate, int sum) {
    return replicates.value(replicate * size + sum);
  }

  /** Returns n Σw²/(Σw)², which is 1 plus the squared coefficient of variation of the weights. */
  double unequal() {
    double sum = weights.value(0);
    return people * squares.value(0) / (sum * sum);
  }

  long people() {
    return people;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellSums c
        && people == c.people
        && plain.equals(c.plain)
        && weights.equals(c.weights)
        && squares.equals(c.squares)
        && replicates.equals(c.replicates)
        && Arrays.equals(counts, c.counts);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(people);
  }
}
