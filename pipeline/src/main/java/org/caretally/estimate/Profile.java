package org.caretally.estimate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Cells that equal people share (answers, class of headcounts, weight) in as few bytes as they
 * need: most answers take one. A large survey has nearly as many profiles as people.
 */
final class Profile implements Comparable<Profile>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final byte[] packed;

  Profile(byte[] packed) {
    this.packed = packed;
  }

  static Profile of(long[] cells) {
    byte[] bytes = new byte[cells.length * 10];
    int length = 0;
    for (long cell : cells) {
      long rest = cell << 1 ^ cell >> 63;
      while ((rest & -MORE) != 0) {
        bytes[length++] = (byte) (rest | MORE);
        rest >>>= BITS;
      }
      bytes[length++] = (byte) rest;
    }
    return new Profile(Arrays.copyOf(bytes, length));
  }

  /** Returns the bytes, to be written. */
  byte[] packed() {
    return packed;
  }

  /**
   * Returns the cells.
   *
   * @param size how many they are
   */
  long[] cells(int size) {
    long[] cells = new long[size];
    int at = 0;
    for (int i = 0; i < size; i++) {
      long rest = 0;
      for (int shift = 0; ; shift += BITS) {
        byte next = packed[at++];
        rest |= (next & (MORE - 1L)) << shift;
        if (next >= 0) {
          break;
        }
      }
      cells[i] = rest >>> 1 ^ -(rest & 1);
    }
    return cells;
  }

  @Override
  public int compareTo(Profile other) {
    return Arrays.compare(packed, other.packed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile p && Arrays.equals(packed, p.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }
}
