package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.words.Tongue;

/**
 * Round values for an axis of shares that begins at 0.
 *
 * @param step distance between two of them
 * @param count how many follow 0
 */
record Ticks(double step, int count) {
  private static final double[] STEPS = {.02, .05, .1, .2, .25};

  /** Returns at most six steps that reach the largest share. */
  static Ticks upTo(double largest, int most) {
    double top = Math.min(1, Math.max(.02, largest));
    for (double step : STEPS) {
      int count = (int) Math.ceil(top / step - 1e-9);
      if (count <= most) {
        return new Ticks(step, Math.max(1, count));
      }
    }
    return new Ticks(.5, 2);
  }

  /** Returns the end of the axis. */
  double top() {
    return step * count;
  }

  /** Returns the values. */
  List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      values.add(i * step);
    }
    return values;
  }

  /** Returns how a value reads. */
  static String label(Tongue t, double value) {
    return t.percent(Math.round(value * 100));
  }
}
