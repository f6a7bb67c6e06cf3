package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** Heat map of correlations: lower triangle, diverging colours, r printed in every cell. */
public final class CorrelationFigure implements Figure {
  private static final int LABELS = 176;
  private static final int CELL = 34;

  @Override
  public String id() {
    return "together";
  }

  @Override
  public Place place() {
    return Place.TOGETHER;
  }

  /** Returns the correlations drawn: everybody, newest wave, the first method of the table. */
  public static List<Row> rows(Material material) {
    Grid rows =
        Grid.of(material.correlations())
            .where("domain", "")
            .where("wave", material.results().latest());
    List<String> methods =
        rows.values("method").stream()
            .filter(m -> !m.equals("partial") && !m.equals("polychoric"))
            .toList();
    return methods.isEmpty() ? List.of() : rows.where("method", methods.get(0)).rows();
  }

  @Override
  public List<Drawing> draw(Material material) {
    List<Row> rows = rows(material);
    if (rows.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    String title = title(t, rows);
    return List.of(
        new Drawing(
            id(),
            title,
            t.say(
                "chart.correlation.subtitle",
                "method",
                t.name("common.method", rows.get(0).text("method"))),
            List.of(Say.base(t, rows), t.say("chart.correlation.note")),
            List.of(picture(t, rows, title)),
            table(t, rows)));
  }

  /** Returns the pairs without shared content whose interval leaves out 0, strongest first. */
  public static List<Row> strongest(List<Row> rows) {
    return rows.stream()
        .filter(r -> Say.bounded(r) && r.text("overlap").isBlank())
        .filter(r -> r.number("ci_low") > 0 || r.number("ci_high") < 0)
        .sorted(Comparator.comparingDouble(r -> -Math.abs(r.number("estimate"))))
        .toList();
  }

  /** Names the strongest pair without shared content. */
  static String title(Tongue t, List<Row> rows) {
    Optional<Row> first = strongest(rows).stream().findFirst();
    if (first.isEmpty()) {
      boolean hidden = rows.stream().noneMatch(r -> r.shows("estimate"));
      return t.say(hidden ? "chart.correlation.hidden" : "chart.correlation.none");
    }
    Row row = first.get();
    return t.say(
        row.number("estimate") > 0 ? "chart.correlation.higher" : "chart.correlation.lower",
        "x",
        Say.brief(row.text("x_label")),
        "y",
        Say.brief(row.text("y_label")),
        "r",
        t.number(row.cell("estimate")));
  }

  private Svg picture(Tongue t, List<Row> rows, String title) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, Row> pairs = new LinkedHashMap<>();
    for (Row row : rows) {
      labels.putIfAbsent(row.text("x"), row.text("x_label"));
      pairs.put(row.text("x") + "\n" + row.text("y"), row);
    }
    rows.forEach(r -> labels.putIfAbsent(r.text("y"), r.text("y_label")));
    List<String> scales = new ArrayList<>(labels.keySet());
    int count = scales.size();
    int cell = Math.min(64, Math.max(28, (846 - LABELS - 90) / Math.max(1, count - 1)));
    int width = Math.max(680, LABELS + (count - 1) * cell + 90);
    int height = count * CELL + 44;
    Plot plot = new Plot(width, height, Scale.pixels(width), Scale.pixels(height));
    Map<Ink, List<double[]>> cells = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      double y = height - i * CELL;
      names(plot.frame(), labels.get(scales.get(i)), i, y, cell, width, count);
      for (int j = 0; j < i; j++) {
        Row row = pairs.get(scales.get(j) + "\n" + scales.get(i));
        row = row == null ? pairs.get(scales.get(i) + "\n" + scales.get(j)) : row;
        cell(t, plot.frame(), row, LABELS + j * cell, y, cell, cells);
      }
    }
    cells.forEach(plot::rectangles);
    key(t, plot);
    return plot.svg(id(), "matrix", title, alt(t, rows, count));
  }

  private static String alt(Tongue t, List<Row> rows, int count) {
    long hidden = rows.stream().filter(r -> !r.shows("estimate")).count();
    return t.say("chart.correlation.alt", "correlations", rows.size(), "scales", count)
        + (hidden > 0 ? " " + t.say("chart.alt.hidden", "results", hidden) : "")
        + " "
        + t.say("chart.alt.table");
  }

  /** Writes a scale's name at its row and, on the diagonal, at the head of its column. */
  private static void names(
      Frame frame, String label, int i, double y, int cell, int width, int count) {
    List<String> lines = Wrap.lines(label, (LABELS - 14) * .88, 12, 2);
    for (int k = 0; k < lines.size() && i > 0; k++) {
      double dy = CELL / 2.0 + 4 - (lines.size() - 1) * 6.5 + k * 13;
      frame.text(lines.get(k), LABELS, y, -8, dy, Anchor.END, Style.LABEL);
    }
    if (i == count - 1) {
      return;
    }
    double x = LABELS + i * cell + 4;
    List<String> head = Wrap.lines(label, (width - x - 6) * .88, 12, 2);
    for (int k = 0; k < head.size(); k++) {
      double dy = CELL - 8 + (k - head.size() + 1) * 13;
      frame.text(head.get(k), x, y, 0, dy, Anchor.START, Style.LABEL);
    }
  }

  private static void cell(
      Tongue t,
      Frame frame,
      Row row,
      double x,
      double y,
      int size,
      Map<Ink, List<double[]>> cells) {
    if (row == null) {
      frame.text(Tongue.NONE, x + size / 2.0, y, 0, 21, Anchor.MIDDLE, Style.NOTE);
      return;
    }
    if (!row.shows("estimate")) {
      frame.hatch(x, y, x + size, y - CELL);
      frame.text(row.text("estimate"), x + size / 2.0, y, 0, 21, Anchor.MIDDLE, Style.LABEL);
      return;
    }
    Ink ink = ink(row.number("estimate"));
    cells
        .computeIfAbsent(ink, k -> new ArrayList<>())
        .add(new double[] {x + 1, y - CELL + 1, x + size - 1, y - 1});
    String value = t.bare(row.cell("estimate"));
    String mark = row.text("overlap").isBlank() ? "" : "*";
    frame.text(value + mark, x + size / 2.0, y, 0, 21, Anchor.MIDDLE, new Style("t", ink.words()));
  }

  /** Four classes on each side: under .1, .1, .3 and .5 and over. */
  static Ink ink(double r) {
    double size = Math.abs(r) + 1e-9;
    int step = size < .1 ? 0 : size < .3 ? 1 : size < .5 ? 2 : 3;
    return Ink.diverging(r < 0 ? -step : step);
  }

  private static void key(Tongue t, Plot plot) {
    List<String> names =
        List.of(
            t.say("chart.correlation.key.1"),
            t.say("chart.correlation.key.2"),
            t.say("chart.correlation.key.3"),
            t.say("chart.correlation.key.4"),
            t.say("chart.correlation.key.5"),
            t.say("chart.correlation.key.6"),
            t.say("chart.correlation.key.7"));
    double x = 6;
    for (int i = 0; i < names.size(); i++) {
      plot.rectangles(Ink.diverging(i - 3), List.of(new double[] {x, 12, x + 12, 24}));
      plot.frame().text(names.get(i), x, 12, 17, -2, Anchor.START, Style.NOTE);
      x += 32 + Fonts.width(names.get(i), 11) * 1.1;
    }
  }

  private DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.correlation.table"))
            .words(t.say("common.scale"), t.say("common.with"))
            .numbers(
                t.say("common.r"),
                t.say("common.interval"),
                t.say("common.n"),
                t.say("common.p.adjusted"))
            .words(t.say("common.overlap"));
    for (Row row : rows) {
      table.row(
          row.text("x_label"),
          row.text("y_label"),
          t.number(row.cell("estimate")),
          t.span(row),
          t.count(row.cell("n")),
          t.number(row.cell("p_adjusted")),
          Tongue.plain(row.cell("overlap")));
    }
    return table.build();
  }
}
