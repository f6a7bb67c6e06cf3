package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Lines with interval ribbons over the waves, a small panel for each challenge on one scale. */
final class TrendFigure implements Figure {
  private static final int BLOCK = 174;
  private static final int HEAD = 52;
  private static final int FOOT = 26;

  @Override
  public String id() {
    return "trend";
  }

  @Override
  public Place place() {
    return Place.CHANGE;
  }

  /**
   * One challenge over the waves.
   *
   * @param step the change from the wave before the newest
   * @param trend the linear trend over all waves
   */
  private record Line(
      String label, List<Optional<Row>> points, Optional<Row> step, Optional<Row> trend) {}

  @Override
  public List<Drawing> draw(Material material) {
    Results results = material.results();
    if (results.waves().size() < 2) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      lines.add(
          new Line(
              row.text("construct_label"),
              results.history(row.text("measure")),
              results.changes().step(row),
              results.changes().linear(row)));
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    String before = results.previous().orElseThrow();
    String title =
        Say.trends(
            t,
            lines.stream().map(l -> Change.of(l.trend())).toList(),
            results.waves().get(0),
            Say.changes(t, lines.stream().map(l -> Change.of(l.step())).toList(), before));
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, lines, results.waves(), title, format));
    }
    List<Row> rows = new ArrayList<>();
    lines.forEach(l -> l.points().forEach(p -> p.ifPresent(rows::add)));
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("chart.trend.subtitle"),
            List.of(Say.base(t, rows), t.say("change.rule") + " " + t.say("chart.trend.gap")),
            pictures,
            table(t, lines, results.waves())));
  }

  private Svg picture(Tongue t, List<Line> lines, List<String> waves, String title, Format format) {
    int columns = format.narrow() ? 2 : 3;
    int count = (lines.size() + columns - 1) / columns;
    int height = count * BLOCK;
    int width = format.width() / columns;
    double largest = 0;
    for (Line line : lines) {
      for (Optional<Row> point : line.points()) {
        largest = Math.max(largest, point.filter(Say::bounded).map(TrendFigure::high).orElse(0.0));
      }
    }
    Ticks ticks = Ticks.upTo(largest, 5);
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    for (int i = 0; i < lines.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      Panel panel = new Panel(left, bottom, width - 46, BLOCK - HEAD - FOOT, ticks.top());
      panel(t, plot, panel, ticks, lines.get(i), waves);
    }
    List<Row> latest = new ArrayList<>();
    lines.forEach(l -> l.points().get(waves.size() - 1).ifPresent(latest::add));
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        Say.range(t, "chart.alt.lines", "construct_label", latest));
  }

  private static double high(Row row) {
    return row.number("ci_high");
  }

  private static void panel(
      Tongue t, Plot plot, Panel panel, Ticks ticks, Line line, List<String> waves) {
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

  private static void ribbon(Plot plot, Panel panel, Line line, double[] xs) {
    int start = 0;
    while (start < xs.length) {
      int end = start;
      while (end < xs.length && line.points().get(end).filter(Say::bounded).isPresent()) {
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
      start = end + 1;
    }
  }

  private static void points(Tongue t, Plot plot, Panel panel, Line line, double[] xs) {
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
    plot.line(Ink.MAIN, 2, xs, ys);
    plot.dots(Ink.MAIN, xs, ys);
  }

  private DataTable table(Tongue t, List<Line> lines, List<String> waves) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.trend.table"))
            .words(t.say("common.challenge"));
    waves.forEach(w -> table.numbers(Say.brief(w)));
    String before = Say.brief(waves.get(waves.size() - 2));
    table.words(t.say("chart.trend.compared", "wave", before));
    table.numbers(t.say("chart.trend.change"));
    boolean trends = lines.stream().anyMatch(l -> l.trend().isPresent());
    if (trends) {
      table.words(t.say("chart.trend.all"));
    }
    for (Line line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.label()));
      for (Optional<Row> point : line.points()) {
        cells.add(point.map(p -> cell(t, p)).orElse(Tongue.NONE));
      }
      cells.add(Change.of(line.step()).words(t));
      cells.add(line.step().map(s -> cell(t, s)).orElse(Tongue.NONE));
      if (trends) {
        cells.add(Change.of(line.trend()).trend(t));
      }
      table.row(cells);
    }
    return table.build();
  }

  private static String cell(Tongue t, Row row) {
    String value = t.points(row.cell("estimate"));
    return Say.bounded(row) ? value + " (" + t.interval(row) + ")" : value;
  }
}
