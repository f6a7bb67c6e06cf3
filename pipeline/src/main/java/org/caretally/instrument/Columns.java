package org.caretally.instrument;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.caretally.codebook.Missing;

/** The columns of a set of items with their keys, on one common grid. Immutable. */
final class Columns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] column;
  private final long[] factor;
  private final long[] shift;
  private final long[] lows;
  private final long[] highs;
  private final long grid;

  /**
   * Prepares a set of items.
   *
   * @param set the items
   * @param items all items of the instrument
   * @param columnOf the column of each item
   */
  Columns(ItemSet set, List<Item> items, int[] columnOf) {
    int n = set.indexes().size();
    column = new int[n];
    factor = new long[n];
    shift = new long[n];
    lows = new long[n];
    highs = new long[n];
    long g = 1;
    for (int index : set.indexes()) {
      g = Exact.lcm(g, items.get(index).responses().grid());
    }
    grid = g;
    for (int i = 0; i < n; i++) {
      int index = set.indexes().get(i);
      Responses r = items.get(index).responses();
      long scale = g / r.grid();
      boolean reversed = set.reversed().contains(index);
      column[i] = columnOf[index];
      factor[i] = reversed ? -scale : scale;
      shift[i] = reversed ? (r.min() + r.max()) * scale : 0;
      lows[i] = r.min() * scale;
      highs[i] = r.max() * scale;
    }
    Arrays.sort(lows);
    Arrays.sort(highs);
  }

  int size() {
    return column.length;
  }

  long grid() {
    return grid;
  }

  /** Returns how many of the items are answered. */
  int answered(long[] codes) {
    int n = 0;
    for (int c : column) {
      n += codes[c] == Missing.MARK ? 0 : 1;
    }
    return n;
  }

  /** Returns the sum of the answered items. */
  long sum(long[] codes) {
    int[] from = column;
    long[] by = factor;
    long sum = 0;
    for (int i = 0; i < from.length; i++) {
      long code = codes[from[i]];
      if (code != Missing.MARK) {
        sum += by[i] * code + shift[i];
      }
    }
    return sum;
  }

  /** Returns the smallest sum of so many answered items. */
  long lowest(int answered) {
    return Arrays.stream(lows, 0, answered).sum();
  }

  /** Returns the largest sum of so many answered items. */
  long highest(int answered) {
    return Arrays.stream(highs, highs.length - answered, highs.length).sum();
  }
}
