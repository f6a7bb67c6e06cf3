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
  private static final int FIRST = 1 << 5;
  private static final int LARGEST = 1 << 13;

  // a small table stays in the processor's cache, and there are two for each column
  private byte[][] keys = new byte[FIRST][];
  private Object[] values = new Object[FIRST];
  private int used;

  /** Returns what is remembered for the bytes, or null. */
  @SuppressWarnings("unchecked")
  T get(byte[] bytes, int from, int to) {
    int at = find(bytes, from, to);
    return (T) values[at];
  }

  /** Remembers a value for the bytes, while there is room. */
  void put(byte[] bytes, int from, int to, T value) {
    if (2 * used == keys.length && keys.length < LARGEST) {
      grow();
    }
    if (2 * used < keys.length) {
      int at = find(bytes, from, to);
      keys[at] = Arrays.copyOfRange(bytes, from, to);
      values[at] = value;
      used++;
    }
  }

  /** Tells everything that is remembered. */
  @SuppressWarnings("unchecked")
  void each(BiConsumer<byte[], T> each) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null) {
        each.accept(keys[i], (T) values[i]);
      }
    }
  }

  private void grow() {
    byte[][] oldKeys = keys;
    Object[] oldValues = values;
    keys = new byte[2 * oldKeys.length][];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int at = find(oldKeys[i], 0, oldKeys[i].length);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }

  private int find(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int at = (hash ^ (hash >>> 15)) & (keys.length - 1);
    while (keys[at] != null && !Arrays.equals(keys[at], 0, keys[at].length, bytes, from, to)) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
