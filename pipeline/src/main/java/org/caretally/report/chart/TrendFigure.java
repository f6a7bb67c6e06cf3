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
  private record Line(TrendPanel.Series series, Optional<Row> step, Optional<Row> trend) {
    String label() {
      return series.label();
    }

    List<Optional<Row>> points() {
      return series.points();
    }
  }

  @Override
  public List<Drawing> draw(Material material) {
    Results results = material.results();
    if (results.waves().size() < 2) {
      return List.of();
    }
    List<Line> lines = lines(results);
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

  private static List<Line> lines(Results results) {
    List<Line> lines = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      lines.add(
          new Line(
              TrendPanel.Series.of(
                  row.text("construct_label"),
                  results.history(row.text("measure")),
                  results.changes()),
              results.changes().step(row),
              results.changes().linear(row)));
    }
    return lines;
  }

  private Svg picture(Tongue t, List<Line> lines, List<String> waves, String title, Format format) {
    int columns = format.narrow() ? 2 : 3;
    int count = (lines.size() + columns - 1) / columns;
    int height = count * BLOCK;
    int width = format.width() / columns;
    Ticks ticks = TrendPanel.ticks(lines.stream().map(Line::series).toList());
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    for (int i = 0; i < lines.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      Panel panel = new Panel(left, bottom, width - 46, BLOCK - HEAD - FOOT, ticks.top());
      TrendPanel.draw(t, plot, panel, ticks, lines.get(i).series(), waves);
    }
    List<Row> latest = new ArrayList<>();
    lines.forEach(l -> l.points().get(waves.size() - 1).ifPresent(latest::add));
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        Say.range(t, "chart.alt.lines", "construct_label", latest));
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

  static String cell(Tongue t, Row row) {
    String value = t.points(row.cell("estimate"));
    return Say.bounded(row) ? value + " (" + t.interval(row) + ")" : value;
  }
}
