package org.caretally.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.words.Tongue;

/**
 * One score in bins: the area of a bar is its share. The lowest and the highest bin are open; those
 * of a score reach to the ends of its key, those of a number are drawn two stretches wide, because
 * its smallest and largest value are never told.
 *
 * @param label its words
 * @param bins its rows from the lowest; a single one that shows nothing when it is withheld
 */
record HistogramPanel(String label, List<Row> bins) {
  private static final int OPEN = 2;
  private static final double SMALL = 1e-9;

  /** Returns whether it may be drawn. */
  boolean shown() {
    return bins.stream().allMatch(r -> r.shows("share"));
  }

  private static double number(Row row, String column) {
    return Double.parseDouble(row.text(column));
  }

  private double step() {
    return number(bins.get(0), "step");
  }

  private boolean open() {
    return bins.get(0).text("kind").equals("context");
  }

  /** Returns where a bin begins. */
  double from(int bin) {
    if (bin > 0) {
      return number(bins.get(bin), "bin_from");
    }
    double low = number(bins.get(0), "range_low");
    if (bins.size() < 2) {
      return low;
    }
    double below = number(bins.get(0), "bin_below");
    return open() ? Math.max(low, below - OPEN * step()) : low;
  }

  /** Returns where a bin ends. */
  double below(int bin) {
    if (bin + 1 < bins.size()) {
      return number(bins.get(bin), "bin_below");
    }
    double from = from(bin);
    if (open()) {
      return from + OPEN * step();
    }
    double high = number(bins.get(0), "range_high");
    return from + step() * Math.max(1, Math.floor((high - from) / step() + SMALL) + 1);
  }

  /** Returns the share of a bin for each stretch of the finest width. */
  double height(int bin) {
    return bins.get(bin).number("share") * step() / (below(bin) - from(bin));
  }

  /** Returns the cut-offs that stand for the topic. */
  List<Double> cutoffs() {
    List<Double> cuts = new ArrayList<>();
    for (String cut : bins.get(0).text("cutoffs").split(" ", -1)) {
      if (!cut.isBlank()) {
        cuts.add(Double.valueOf(cut));
      }
    }
    return cuts;
  }

  /** Returns whether the highest bar lies wholly below every cut-off; false without any. */
  boolean peaksBelow() {
    int peak = 0;
    for (int bin = 1; bin < bins.size(); bin++) {
      peak = height(bin) > height(peak) ? bin : peak;
    }
    double end = below(peak);
    return !cutoffs().isEmpty() && cutoffs().stream().allMatch(c -> end <= c + SMALL);
  }

  /** Returns a bin in words. */
  String words(Tongue t, int bin) {
    String from = bins.get(bin).text("bin_from");
    String below = bins.get(bin).text("bin_below");
    if (bins.size() == 1) {
      return t.say("bins.all");
    }
    if (bin == 0) {
      return t.say("bins.below", "below", t.number(below));
    }
    if (below.isEmpty()) {
      return t.say("bins.over", "from", t.number(from));
    }
    BigDecimal step = new BigDecimal(bins.get(0).text("step"));
    BigDecimal last = new BigDecimal(below).subtract(BigDecimal.ONE);
    boolean whole = isWhole(step) && isWhole(new BigDecimal(from)) && isWhole(last);
    if (!whole || open()) {
      return t.say("bins.between", "from", t.number(from), "below", t.number(below));
    }
    String end = last.stripTrailingZeros().toPlainString();
    return end.equals(from) ? from : t.say("common.range", "low", from, "high", end);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** Draws it. */
  void draw(Tongue t, Plot plot, Panel panel) {
    double top = panel.bottom() + panel.height();
    List<String> head = Wrap.lines(label, (panel.width() + 30) * .85, Style.BOLD_SIZE, 2);
    for (int i = 0; i < head.size(); i++) {
      double dy = -14 + (i - head.size() + 1) * 14;
      plot.frame().text(head.get(i), panel.left(), top, -30, dy, Anchor.START, Style.BOLD);
    }
    if (!shown()) {
      plot.frame().hatch(panel.left(), top, panel.left() + panel.width(), panel.bottom());
      String mark = bins.get(0).text("share");
      double middle = panel.left() + panel.width() / 2;
      plot.frame().text(mark, middle, top, 0, panel.height() / 2 + 4, Anchor.MIDDLE, Style.BOLD);
      return;
    }
    double highest = 0;
    for (int bin = 0; bin < bins.size(); bin++) {
      highest = Math.max(highest, height(bin));
    }
    Ticks ticks = Ticks.upTo(highest, 3);
    grid(t, plot, panel, ticks);
    bars(plot, panel, ticks.top());
    marks(t, plot, panel);
  }

  private static void grid(Tongue t, Plot plot, Panel panel, Ticks ticks) {
    List<double[]> lines = new ArrayList<>();
    for (double tick : ticks.values()) {
      double y = panel.bottom() + panel.height() * tick / ticks.top();
      lines.add(new double[] {panel.left(), y, panel.left() + panel.width(), y});
      plot.frame().text(Ticks.label(t, tick), panel.left(), y, -4, 4, Anchor.END, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, lines);
  }

  private double x(Panel panel, double value) {
    double low = from(0);
    double high = below(bins.size() - 1);
    return panel.left() + panel.width() * (value - low) / (high - low);
  }

  private void bars(Plot plot, Panel panel, double top) {
    List<double[]> closed = new ArrayList<>();
    List<double[]> ends = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      double y = panel.bottom() + panel.height() * Math.min(1, height(bin) / top);
      double right = x(panel, below(bin)) - .8;
      double[] bar = {x(panel, from(bin)), panel.bottom(), right, y};
      boolean end = bin == 0 || bin + 1 == bins.size();
      (end ? ends : closed).add(bar);
      if (end && y - panel.bottom() > 3 && right - bar[0] > 3) {
        plot.frame().hatch(bar[0], y, right, panel.bottom());
      }
    }
    plot.rectangles(Ink.Q3, closed);
    plot.rectangles(Ink.Q2, ends);
  }

  /** The cut-offs as dashed lines, and their values; else where the open bins begin. */
  private void marks(Tongue t, Plot plot, Panel panel) {
    List<Double> written = new ArrayList<>();
    for (double cut : cutoffs()) {
      double x = x(panel, cut);
      plot.dashes(Ink.WARM, x, panel.bottom(), x, panel.bottom() + panel.height());
      write(t, plot, panel, cut, written, Style.LABEL);
    }
    if (bins.size() > 1) {
      write(t, plot, panel, below(0), written, Style.NOTE);
      write(t, plot, panel, from(bins.size() - 1), written, Style.NOTE);
    }
  }

  private void write(
      Tongue t, Plot plot, Panel panel, double value, List<Double> written, Style style) {
    double x = x(panel, value);
    String words = Curve.Span.number(t, value);
    double room = Fonts.width(words, 12) + 12;
    if (written.stream().allMatch(w -> Math.abs(w - x) >= room)) {
      written.add(x);
      plot.frame().text(words, x, panel.bottom(), 0, 16, Anchor.MIDDLE, style);
    }
  }
}
