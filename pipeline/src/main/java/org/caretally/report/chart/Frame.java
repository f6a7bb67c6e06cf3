package org.caretally.report.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * All words and hatches of a picture, placed by the scales of the chart and painted last. It stands
 * for XChart's own labels, which are outlines without text. The only class that touches an internal
 * package of XChart.
 */
final class Frame extends Annotation {
  private final List<Mark> marks = new ArrayList<>();

  Frame() {
    super(false);
  }

  private interface Mark {
    void paint(SvgCanvas canvas);
  }

  /**
   * Adds words at a place of the chart.
   *
   * @param dx pixels to the right of it
   * @param dy pixels below it
   */
  void text(String words, double x, double y, double dx, double dy, Anchor anchor, Style style) {
    marks.add(
        canvas -> canvas.text(words, x(x) + dx, y(y) + dy, anchor, style.className(), style.ink()));
  }

  /** Adds words that climb to the right from a place of the chart, dy pixels below their line. */
  void climbing(String words, double x, double y, int angle, double dy) {
    marks.add(canvas -> canvas.turned(words, x(x), y(y), -angle, dy));
  }

  /** Adds a hatched rectangle between two corners, one pixel inside them. */
  void hatch(double left, double top, double right, double bottom) {
    marks.add(
        canvas ->
            canvas.hatch(x(left) + 1, y(top) + 1, x(right) - x(left) - 2, y(bottom) - y(top) - 2));
  }

  private double x(double value) {
    return chart.getScreenXFromChart(value);
  }

  private double y(double value) {
    return chart.getScreenYFromChart(value);
  }

  @Override
  public void paint(Graphics2D g) {
    if (!(g instanceof SvgCanvas canvas)) {
      throw new IllegalArgumentException("our charts are painted as SVG");
    }
    for (Mark mark : marks) {
      mark.paint(canvas);
    }
  }
}
