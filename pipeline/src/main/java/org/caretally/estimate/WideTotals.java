package org.caretally.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A vector of exact 192-bit sums of {@code weight² * value}: the second moments that surveys need
 * in which every person is a PSU. With weights below 2⁶² and values below 2⁶² no addend outgrows
 * 188 bits.
 */
final class WideTotals implements Serializable {
  private final long[] low;
  private final long[] middle;
  private final long[] high;

  WideTotals(int size) {
    low = new long[size];
    middle = new long[size];
    high = new long[size];
  }

  /** Writes the sums as plain numbers. */
  void write(DataOutput out) throws IOException {
    out.writeInt(low.length);
    for (int i = 0; i < low.length; i++) {
      out.writeLong(high[i]);
      out.writeLong(middle[i]);
      out.writeLong(low[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  static WideTotals read(DataInput in) throws IOException {
    WideTotals totals = new WideTotals(in.readInt());
    for (int i = 0; i < totals.low.length; i++) {
      totals.high[i] = in.readLong();
      totals.middle[i] = in.readLong();
      totals.low[i] = in.readLong();
    }
    return totals;
  }

  /** Adds {@code (squareHigh:squareLow) * value}, where the square is not negative. */
  void add(int i, long squareHigh, long squareLow, long value) {
    long q = Math.abs(value);
    long r0 = squareLow * q;
    long m = squareHigh * q;
    long r1 = m + unsignedHigh(squareLow, q);
    long r2 = unsignedHigh(squareHigh, q) + (Long.compareUnsigned(r1, m) < 0 ? 1 : 0);
    if (value < 0) {
      r0 = -r0;
      r1 = ~r1 + (r0 == 0 ? 1 : 0);
      r2 = ~r2 + (r0 == 0 && r1 == 0 ? 1 : 0);
    }
    accumulate(i, r2, r1, r0);
  }

  private void accumulate(int i, long r2, long r1, long r0) {
    low[i] += r0;
    long carry = Long.compareUnsigned(low[i], r0) < 0 ? 1 : 0;
    long sum = middle[i] + r1;
    long carry2 = Long.compareUnsigned(sum, r1) < 0 ? 1 : 0;
    middle[i] = sum + carry;
    carry2 += carry == 1 && middle[i] == 0 ? 1 : 0;
    high[i] = Math.addExact(Math.addExact(high[i], r2), carry2);
  }

  static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }

  /** Adds all sums of another vector of the same size. */
  void addAll(WideTotals other) {
    for (int i = 0; i < low.length; i++) {
      addOne(i, other, i);
    }
  }

  /** Adds one sum of another vector to one of this. */
  void addOne(int i, WideTotals other, int j) {
    accumulate(i, other.high[j], other.middle[j], other.low[j]);
  }

  /** Returns a copy with room for another number of sums; new ones are 0. */
  WideTotals resized(int size) {
    WideTotals copy = new WideTotals(size);
    int kept = Math.min(size, low.length);
    System.arraycopy(low, 0, copy.low, 0, kept);
    System.arraycopy(middle, 0, copy.middle, 0, kept);
    System.arraycopy(high, 0, copy.high, 0, kept);
    return copy;
  }

  /** Returns whether one sum equals one of another vector. */
  boolean same(int i, WideTotals other, int j) {
    return low[i] == other.low[j] && middle[i] == other.middle[j] && high[i] == other.high[j];
  }

  /** Returns one sum, rounded a few times in its last bit. */
  double value(int i) {
    return value(high[i], middle[i], low[i]);
  }

  private static double value(long h, long m, long l) {
    if (h < 0) {
      long nl = -l;
      long nm = ~m + (nl == 0 ? 1 : 0);
      return -value(~h + (nl == 0 && nm == 0 ? 1 : 0), nm, nl);
    }
    return h * 0x1p128 + (Totals.unsigned(m) * 0x1p64 + Totals.unsigned(l));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WideTotals t
        && Arrays.equals(low, t.low)
        && Arrays.equals(middle, t.middle)
        && Arrays.equals(high, t.high);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(low);
  }
}
