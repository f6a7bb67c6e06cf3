package org.caretally.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Exact sums of one {@link Crosstab}: for each combination that occurs the people and Σ w, and Σ w²
 * when people are PSUs. A hash table with open addressing, because there is one for each PSU and
 * pair of scales.
 */
final class CrosstabSums {
  private static final int FIRST = 8;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST];
  private long[] people = new long[FIRST];
  private Totals weights = new Totals(FIRST);
  private WideTotals squares;
  private int[] slots = new int[2 * FIRST];
  private int size;

  CrosstabSums(boolean withSquares) {
    squares = withSquares ? new WideTotals(FIRST) : null;
  }

  /** Adds one person with a combination. */
  void add(long key, long weight) {
    int at = at(key);
    people[at]++;
    weights.add(at, weight, 1);
    if (squares != null) {
      squares.add(at, Math.multiplyHigh(weight, weight), weight * weight, 1);
    }
  }

  void addAll(CrosstabSums other) {
    for (int i = 0; i < other.size; i++) {
      int at = at(other.keys[i]);
      people[at] += other.people[i];
      weights.addOne(at, other.weights, i);
      if (squares != null) {
        squares.addOne(at, other.squares, i);
      }
    }
  }

  int size() {
    return size;
  }

  long key(int i) {
    return keys[i];
  }

  long people(int i) {
    return people[i];
  }

  /** Returns Σ w on the grid of weights. */
  double weight(int i) {
    return weights.value(i);
  }

  /** Returns Σ w² on the squared grid of weights. */
  double square(int i) {
    return squares.value(i);
  }

  /** Returns the places of the combinations in ascending order of their keys. */
  int[] order() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = slots[slot(sorted[i])] - 1;
    }
    return order;
  }

  private int at(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(long key) {
    long mixed = key * SPREAD;
    int slot = (int) (mixed >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    int more = 2 * keys.length;
    keys = Arrays.copyOf(keys, more);
    people = Arrays.copyOf(people, more);
    weights = weights.resized(more);
    squares = squares == null ? null : squares.resized(more);
    slots = new int[2 * more];
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i + 1;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeBoolean(squares != null);
    for (int i = 0; i < size; i++) {
      out.writeLong(keys[i]);
      out.writeLong(people[i]);
    }
    weights.resized(size).write(out);
    if (squares != null) {
      squares.resized(size).write(out);
    }
  }

  static CrosstabSums read(DataInput in) throws IOException {
    int size = in.readInt();
    CrosstabSums sums = new CrosstabSums(in.readBoolean());
    for (int i = 0; i < size; i++) {
      int at = sums.at(in.readLong());
      sums.people[at] = in.readLong();
    }
    sums.weights = Totals.read(in).resized(sums.keys.length);
    if (sums.squares != null) {
      sums.squares = WideTotals.read(in).resized(sums.keys.length);
    }
    return sums;
  }

  /** The order in which people came does not count. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CrosstabSums o) || o.size != size) {
      return false;
    }
    int[] mine = order();
    int[] theirs = o.order();
    for (int i = 0; i < size; i++) {
      if (keys[mine[i]] != o.keys[theirs[i]]
          || people[mine[i]] != o.people[theirs[i]]
          || !weights.same(mine[i], o.weights, theirs[i])
          || (squares != null && !squares.same(mine[i], o.squares, theirs[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return size;
  }
}
