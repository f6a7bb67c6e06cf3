package org.caretally.report.chart;

/**
 * One axis: values from low to high, with room in pixels before and after them for words.
 *
 * @param low value at the beginning of the plotted stretch
 * @param high value at its end, above {@code low}
 * @param before pixels before it (left, or below)
 * @param after pixels after it (right, or above)
 */
record Scale(double low, double high, double before, double after) {

  /** Returns an axis whose values are pixels. */
  static Scale pixels(int size) {
    return new Scale(0, size, 0, 0);
  }

  private double unit(int size) {
    return (high - low) / (size - before - after);
  }

  /** Returns the value at the very beginning of the picture. */
  double min(int size) {
    return low - before * unit(size);
  }

  /** Returns the value at the very end of the picture. */
  double max(int size) {
    return high + after * unit(size);
  }
}
