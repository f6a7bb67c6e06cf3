package org.caretally.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A vector of exact 128-bit sums. While every sum fits 64 bits only those are kept; the upper
 * halves appear when the first sum outgrows them. The value does not depend on that, so adding is
 * exactly associative and commutative.
 */
final class Totals implements Serializable {
  private static final double TWO_64 = 0x1p64;

  private final long[] low;
  private long[] high;

  Totals(int size) {
    low = new long[size];
  }

  private Totals(long[] low, long[] high) {
    this.low = low;
    this.high = high;
  }

  /**
   * Writes the sums as plain numbers: a ledger holds hundreds of thousands of vectors, too many to
   * be written as objects.
   */
  void write(DataOutput out) throws IOException {
    out.writeInt(high == null ? low.length : ~low.length);
    for (long part : low) {
      out.writeLong(part);
    }
    for (int i = 0; high != null && i < high.length; i++) {
      out.writeLong(high[i]);
    }
  }

  /** Reads what {@link #write} wrote. */
  static Totals read(DataInput in) throws IOException {
    int size = in.readInt();
    long[] low = new long[size < 0 ? ~size : size];
    for (int i = 0; i < low.length; i++) {
      low[i] = in.readLong();
    }
    long[] high = size < 0 ? new long[low.length] : null;
    for (int i = 0; high != null && i < high.length; i++) {
      high[i] = in.readLong();
    }
    return new Totals(low, high);
  }

  /** Adds {@code a * b} to one sum. */
  void add(int i, long a, long b) {
    long lo = a * b;
    long hi = Math.multiplyHigh(a, b);
    long sum = low[i] + lo;
    if (high == null && hi == lo >> 63 && ((low[i] ^ sum) & (lo ^ sum)) >= 0) {
      low[i] = sum;
      return;
    }
    addWide(i, hi, lo);
  }

  /**
   * Adds a 128-bit number to one sum.
   *
   * @throws ArithmeticException if the sum outgrows 128 bits
   */
  void addWide(int i, long hi, long lo) {
    if (high == null) {
      high = signs(low);
    }
    long sum = low[i] + lo;
    long carry = Long.compareUnsigned(sum, lo) < 0 ? 1 : 0;
    high[i] = Math.addExact(Math.addExact(high[i], hi), carry);
    low[i] = sum;
  }

  private static long[] signs(long[] low) {
    long[] signs = new long[low.length];
    Arrays.setAll(signs, i -> low[i] >> 63);
    return signs;
  }

  /** Adds all sums of another vector of the same size. */
  void addAll(Totals other) {
    for (int i = 0; i < low.length; i++) {
      addOne(i, other, i);
    }
  }

  /** Adds one sum of another vector to one of this. */
  void addOne(int i, Totals other, int j) {
    if (other.high == null) {
      add(i, other.low[j], 1);
    } else {
      addWide(i, other.high[j], other.low[j]);
    }
  }

  /** Returns a copy with room for another number of sums; new ones are 0. */
  Totals resized(int size) {
    return new Totals(Arrays.copyOf(low, size), high == null ? null : Arrays.copyOf(high, size));
  }

  /** Returns whether one sum equals one of another vector. */
  boolean same(int i, Totals other, int j) {
    return low[i] == other.low[j] && high(i) == other.high(j);
  }

  private long high(int i) {
    return high == null ? low[i] >> 63 : high[i];
  }

  /** Returns one sum, rounded once. */
  double value(int i) {
    return toDouble(high(i), low[i]);
  }

  /**
   * Returns {@code times * (one sum) - (the same sum of another vector)}, computed exactly and
   * rounded once: the distance of a PSU total from its stratum's mean, times the number of PSUs. No
   * digits cancel.
   */
  double distance(int i, long times, Totals from) {
    long hi = Math.multiplyHigh(low[i], times) + (low[i] < 0 ? times : 0) + high(i) * times;
    return minus(hi, low[i] * times, from.high(i), from.low[i]);
  }

  /** Returns minus one sum, rounded once: the distance of a PSU without members. */
  double negative(int i) {
    return -value(i);
  }

  private static double minus(long hi, long lo, long hi2, long lo2) {
    long borrow = Long.compareUnsigned(lo, lo2) < 0 ? 1 : 0;
    return toDouble(hi - hi2 - borrow, lo - lo2);
  }

  private static double toDouble(long hi, long lo) {
    if (hi == lo >> 63) {
      return lo;
    }
    if (hi < 0) {
      long negLow = -lo;
      return -toDouble(~hi + (negLow == 0 ? 1 : 0), negLow);
    }
    return hi * TWO_64 + unsigned(lo);
  }

  static double unsigned(long lo) {
    return lo >= 0 ? lo : ((lo >>> 1) | (lo & 1)) * 2.0;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Totals t) || !Arrays.equals(low, t.low)) {
      return false;
    }
    for (int i = 0; i < low.length; i++) {
      if (high(i) != t.high(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(low);
  }
}
