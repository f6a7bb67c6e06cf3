package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.words.Tongue;

/** One small chart of a {@link CurveFigure}. */
final class CurvePanel {
  private CurvePanel() {}

  /** Draws one panel: ribbon, grid, line, then the bands on top. */
  static void draw(Tongue t, Plot plot, Panel panel, Curve curve, Curve.Span span) {
    double top = top(panel);
    List<String> head = Wrap.lines(curve.label(), (panel.width() + 36) * .85, Style.BOLD_SIZE, 2);
    for (int i = 0; i < head.size(); i++) {
      double dy = -14 + (i - head.size() + 1) * 14;
      plot.frame().text(head.get(i), panel.left(), top, -30, dy, Anchor.START, Style.BOLD);
    }
    ribbon(plot, panel, curve, span);
    List<double[]> grid = new ArrayList<>();
    for (double tick : span.ticks()) {
      double y = panel.y(span.place(tick));
      grid.add(new double[] {panel.left(), y, panel.left() + panel.width(), y});
      String words = span.label(t, tick, curve.share());
      plot.frame().text(words, panel.left(), y, -4, 4, Anchor.END, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, grid);
    for (double mark : curve.marks()) {
      String words = Curve.Span.number(t, mark);
      plot.frame()
          .text(words, x(panel, curve, mark), panel.bottom(), 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    line(t, plot, panel, curve, span);
    bands(plot, panel, curve, span);
  }

  private static double top(Panel panel) {
    return panel.bottom() + panel.height();
  }

  private static double x(Panel panel, Curve curve, double value) {
    double share = (value - curve.first()) / (curve.last() - curve.first());
    return panel.left() + 6 + (panel.width() - 12) * share;
  }

  private static void ribbon(Plot plot, Panel panel, Curve curve, Curve.Span span) {
    List<Row> points = curve.points();
    int start = 0;
    while (start < points.size()) {
      int end = start;
      while (end < points.size() && Say.bounded(points.get(end))) {
        end++;
      }
      int count = end - start;
      if (count > 1) {
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
          Row row = points.get(start + i);
          x[i] = x(panel, curve, Curve.at(row));
          y[i] = panel.y(span.place(row.number("ci_low")));
          x[2 * count - 1 - i] = x[i];
          y[2 * count - 1 - i] = panel.y(span.place(row.number("ci_high")));
        }
        plot.area(Ink.RIBBON, x, y);
      }
      start = end + 1;
    }
  }

  private static void line(Tongue t, Plot plot, Panel panel, Curve curve, Curve.Span span) {
    List<Row> points = curve.points();
    double[] xs = new double[points.size()];
    double[] ys = new double[xs.length];
    boolean any = false;
    for (int i = 0; i < xs.length; i++) {
      Row row = points.get(i);
      xs[i] = x(panel, curve, Curve.at(row));
      ys[i] = row.shows("estimate") ? panel.y(span.place(row.number("estimate"))) : Double.NaN;
      any |= row.shows("estimate");
    }
    if (any) {
      plot.line(Ink.MAIN, 2, xs, ys);
    } else {
      String words = t.say("chart.curve.hidden");
      plot.frame().text(words, panel.left(), top(panel), 8, 12, Anchor.START, Style.NOTE);
    }
  }

  private static void bands(Plot plot, Panel panel, Curve curve, Curve.Span span) {
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    for (int i = 0; i < curve.bands().size(); i++) {
      Optional<Row> row = curve.bands().get(i).filter(Say::bounded);
      if (row.isPresent()) {
        double x = x(panel, curve, curve.middle(i));
        double low = panel.y(span.place(row.get().number("ci_low")));
        double high = panel.y(span.place(row.get().number("ci_high")));
        whiskers.add(new double[] {x, low, x, high});
        dots.add(new double[] {x, panel.y(span.place(row.get().number("estimate")))});
      }
    }
    plot.lines(Ink.INK, 1.5f, whiskers);
    plot.dots(
        Ink.INK,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }
}
