package org.caretally.report.chart;

import java.util.List;
import org.caretally.report.words.Tongue;

/** What the colours of a map of shares mean: ten points a class. */
final class MapKey {
  private MapKey() {}

  private static List<String> names(Tongue t) {
    String under = t.say("chart.map.key.under", "share", t.percent(10));
    return List.of(
        under, "10–19", "20–29", "30–39", "40–49", t.say("chart.map.key.over", "share", "50"));
  }

  /** Draws the key from a place to the right, near the lower edge. */
  static void draw(Tongue t, Plot plot, double left) {
    List<String> names = names(t);
    double x = left;
    for (int i = 0; i < names.size(); i++) {
      plot.rectangles(Ink.sequential(i), List.of(new double[] {x, 12, x + 12, 24}));
      plot.frame().text(names.get(i), x, 12, 17, -2, Anchor.START, Style.NOTE);
      x += width(names.get(i));
    }
  }

  private static double width(String name) {
    return 34 + Fonts.width(name, 11) * 1.1;
  }

  /** Returns the room it takes in pixels. */
  static double width(Tongue t) {
    return names(t).stream().mapToDouble(MapKey::width).sum();
  }
}
