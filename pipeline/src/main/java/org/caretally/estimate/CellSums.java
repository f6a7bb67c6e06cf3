package org.caretally.estimate;

import java.io.Serializable;
import java.util.Arrays;

/** What is kept once for a cell: weighted totals that need no variance, and counts of people. */
final class CellSums implements Serializable {
  final Totals plain;
  final long[] counts;
  private long people;

  CellSums(Shape shape) {
    plain = new Totals(shape.plains());
    counts = new long[shape.counts()];
  }

  void add(Shape shape, long weight, long[] vector) {
    people++;
    int[][] at = shape.plainAt;
    for (int i = 0; i < at[0].length; i++) {
      plain.add(i, weight, vector[at[0][i]] * vector[at[1][i]]);
    }
    at = shape.countAt;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += vector[at[0][i]] * vector[at[1][i]];
    }
  }

  void addAll(CellSums other) {
    people += other.people;
    plain.addAll(other.plain);
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  long people() {
    return people;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellSums c
        && people == c.people
        && plain.equals(c.plain)
        && Arrays.equals(counts, c.counts);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(people);
  }
}
