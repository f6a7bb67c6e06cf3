package org.caretally.report.chart;

/**
 * A small chart inside a picture whose axes are pixels.
 *
 * @param left its left edge
 * @param bottom its lower edge, from below
 * @param width its width
 * @param height its height
 * @param top largest value of its axis
 */
record Panel(double left, double bottom, double width, double height, double top) {

  /** Returns where a share stands on a level axis. */
  double x(double share) {
    return left + width * Math.min(1, share / top);
  }

  /** Returns where a share stands on an upright axis. */
  double y(double share) {
    return bottom + height * Math.min(1, share / top);
  }
}
