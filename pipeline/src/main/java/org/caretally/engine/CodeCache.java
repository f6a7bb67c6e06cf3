package org.caretally.engine;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Remembers what the bytes of a field mean. A survey column has few different texts, so nearly
 * every cell is found here and no text is made for it. Columns with many texts (weights,
 * identifiers) fill the cache and are then decoded each time.
 *
 * @param <T> what is remembered
 */
final class CodeCache<T> {
  private static final int SIZE = 1 << 13;
  private static final int FULL = SIZE / 2;

  private final byte[][] keys = new byte[SIZE][];
  private final Object[] values = new Object[SIZE];
  private int used;

  /** Returns what is remembered for the bytes, or null. */
  @SuppressWarnings("unchecked")
  T get(byte[] bytes, int from, int to) {
    int at = find(bytes, from, to);
    return (T) values[at];
  }

  /** Remembers a value for the bytes, while there is room. */
  void put(byte[] bytes, int from, int to, T value) {
    if (used < FULL) {
      int at = find(bytes, from, to);
      keys[at] = Arrays.copyOfRange(bytes, from, to);
      values[at] = value;
      used++;
    }
  }

  /** Tells everything that is remembered. */
  @SuppressWarnings("unchecked")
  void each(BiConsumer<byte[], T> each) {
    for (int i = 0; i < SIZE; i++) {
      if (keys[i] != null) {
        each.accept(keys[i], (T) values[i]);
      }
    }
  }

  private int find(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int at = (hash ^ (hash >>> 15)) & (SIZE - 1);
    while (keys[at] != null && !Arrays.equals(keys[at], 0, keys[at].length, bytes, from, to)) {
      at = (at + 1) & (SIZE - 1);
    }
    return at;
  }
}
