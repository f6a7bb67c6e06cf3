package org.caretally.estimate;

import java.io.Serializable;
import org.caretally.design.Weight;

/**
 * People and design weights of each class, exact: the sample that headcounts are compared with.
 * Merging is associative and commutative.
 */
public final class ClassTotals implements Serializable {
  private final Totals weights;
  private final WideTotals squares;
  private final long[] people;

  /** Creates empty totals. */
  public ClassTotals(int classes) {
    weights = new Totals(classes);
    squares = new WideTotals(classes);
    people = new long[classes];
  }

  /** Adds one person with a weight on the grid of {@link Weight}. */
  public void add(int at, long weight) {
    weights.add(at, weight, 1);
    squares.add(at, Math.multiplyHigh(weight, weight), weight * weight, 1);
    people[at]++;
  }

  /** Adds all of others to this and returns this. */
  public ClassTotals merge(ClassTotals other) {
    weights.addAll(other.weights);
    squares.addAll(other.squares);
    for (int i = 0; i < people.length; i++) {
      people[i] += other.people[i];
    }
    return this;
  }

  /** Returns the sum of design weights in a class. */
  public double weight(int at) {
    return weights.value(at) / Weight.ONE;
  }

  /** Returns the sum of squared design weights in a class. */
  public double square(int at) {
    return squares.value(at) / Weight.ONE / Weight.ONE;
  }

  /** Returns the number of people in a class. */
  public long people(int at) {
    return people[at];
  }
}
