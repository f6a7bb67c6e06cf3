package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.Changes;
import org.caretally.report.words.Tongue;

/** One small chart of a share over the waves, with gaps where nothing may be joined. */
final class TrendPanel {
  private TrendPanel() {}

  /**
   * A share over the waves.
   *
   * @param label whose or what share it is
   * @param points a result for each wave; nothing where it was not asked
   * @param broken for each wave whether it cannot be compared with the one before
   */
  record Series(String label, List<Optional<Row>> points, List<Boolean> broken) {

    static Series of(String label, List<Optional<Row>> points, Changes changes) {
      return new Series(
          label,
          points,
          points.stream()
              .map(p -> p.flatMap(changes::step).filter(Series::barred).isPresent())
              .toList());
    }

    private static boolean barred(Row change) {
      return change.text("status").equals("not_comparable");
    }
  }

  /** Returns one axis for all. */
  static Ticks ticks(List<Series> all) {
    double largest =
        all.stream()
            .flatMap(s -> s.points().stream())
            .flatMap(Optional::stream)
            .filter(Say::bounded)
            .mapToDouble(r -> r.number("ci_high"))
            .max()
            .orElse(0);
    return Ticks.upTo(largest, 5);
  }

  /** Draws one panel: name, ribbon, grid, waves, then the line with its dots and gaps. */
  static void draw(Tongue t, Plot plot, Panel panel, Ticks ticks, Series line, List<String> waves) {
    double top = panel.bottom() + panel.height();
    List<String> head = Wrap.lines(line.label(), (panel.width() + 36) * .85, Style.BOLD_SIZE, 2);
    for (int i = 0; i < head.size(); i++) {
      double dy = -24 + (i - head.size() + 1) * 14;
      plot.frame().text(head.get(i), panel.left(), top, -30, dy, Anchor.START, Style.BOLD);
    }
    double gap = (panel.width() - 24) / (waves.size() - 1);
    double[] xs = new double[waves.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = panel.left() + 12 + i * gap;
    }
    ribbon(plot, panel, line, xs);
    List<double[]> grid = new ArrayList<>();
    for (double tick : ticks.values()) {
      double y = panel.y(tick);
      grid.add(new double[] {panel.left(), y, panel.left() + panel.width(), y});
      plot.frame().text(Ticks.label(t, tick), panel.left(), y, -4, 4, Anchor.END, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, grid);
    waveLabels(plot.frame(), panel, waves, xs, gap);
    points(t, plot, panel, line, xs);
  }

  private static void waveLabels(
      Frame frame, Panel panel, List<String> waves, double[] xs, double gap) {
    double room = Math.min(gap - 4, 46);
    boolean all = waves.stream().allMatch(w -> Fonts.width(w, 11) * 1.15 <= room);
    for (int i = 0; i < xs.length; i++) {
      boolean first = i == 0;
      if (all) {
        frame.text(waves.get(i), xs[i], panel.bottom(), 0, 16, Anchor.MIDDLE, Style.NOTE);
      } else if (first || i == xs.length - 1) {
        String words = Wrap.lines(waves.get(i), panel.width() / 2 * .82, 11, 1).get(0);
        double x = first ? panel.left() : panel.left() + panel.width();
        frame.text(words, x, panel.bottom(), 0, 16, first ? Anchor.START : Anchor.END, Style.NOTE);
      }
    }
  }

  private static void ribbon(Plot plot, Panel panel, Series line, double[] xs) {
    int start = 0;
    while (start < xs.length) {
      int end = start;
      while (end < xs.length && bounded(line, end) && (end == start || !line.broken().get(end))) {
        end++;
      }
      if (end - start > 1) {
        int count = end - start;
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
          Row row = line.points().get(start + i).orElseThrow();
          x[i] = xs[start + i];
          y[i] = panel.y(row.number("ci_low"));
          x[2 * count - 1 - i] = x[i];
          y[2 * count - 1 - i] = panel.y(row.number("ci_high"));
        }
        plot.area(Ink.RIBBON, x, y);
      }
      start = Math.max(end, start + 1);
    }
  }

  private static void points(Tongue t, Plot plot, Panel panel, Series line, double[] xs) {
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      Optional<Row> row = line.points().get(i);
      boolean shown = row.filter(r -> r.shows("estimate")).isPresent();
      ys[i] = shown ? panel.y(row.orElseThrow().number("estimate")) : Double.NaN;
      if (!shown) {
        String mark = row.map(r -> r.text("estimate")).orElse(Tongue.NONE);
        plot.frame().text(mark, xs[i], panel.bottom(), 0, -5, Anchor.MIDDLE, Style.LABEL);
      } else if (i == 0 || i == xs.length - 1) {
        String value = t.points(row.orElseThrow().cell("estimate"));
        plot.frame().text(value, xs[i], ys[i], 0, -9, Anchor.MIDDLE, Style.NUMBER);
      }
    }
    plot.dots(Ink.MAIN, xs, ys);
    line(plot, line, xs, ys);
  }

  /** Nothing joins what cannot be compared. */
  private static void line(Plot plot, Series line, double[] xs, double[] ys) {
    double[] x = new double[2 * xs.length - 1];
    double[] y = new double[x.length];
    for (int i = 0; i < xs.length; i++) {
      x[2 * i] = xs[i];
      y[2 * i] = ys[i];
      if (i > 0) {
        x[2 * i - 1] = (xs[i - 1] + xs[i]) / 2;
        y[2 * i - 1] = line.broken().get(i) ? Double.NaN : (ys[i - 1] + ys[i]) / 2;
      }
    }
    plot.line(Ink.MAIN, 2, x, y);
  }

  private static boolean bounded(Series line, int wave) {
    return line.points().get(wave).filter(Say::bounded).isPresent();
  }
}
