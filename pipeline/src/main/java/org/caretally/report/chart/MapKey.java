package org.caretally.report.chart;

import java.util.List;

/** What the colours of a map of shares mean: ten points a class. */
final class MapKey {
  private static final List<String> NAMES =
      List.of("under 10%", "10–19", "20–29", "30–39", "40–49", "50 and over");

  private MapKey() {}

  /** Draws the key from a place to the right, near the lower edge. */
  static void draw(Plot plot, double left) {
    double x = left;
    for (int i = 0; i < NAMES.size(); i++) {
      plot.rectangles(Ink.sequential(i), List.of(new double[] {x, 12, x + 12, 24}));
      plot.frame().text(NAMES.get(i), x, 12, 17, -2, Anchor.START, Style.NOTE);
      x += width(NAMES.get(i));
    }
  }

  private static double width(String name) {
    return 34 + Fonts.width(name, 11) * 1.1;
  }

  /** Returns the room it takes in pixels. */
  static double width() {
    return NAMES.stream().mapToDouble(MapKey::width).sum();
  }
}
