package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** Shares of this survey above those that others published, each with its interval. */
final class PeersFigure implements Figure {
  private static final int LABELS = 250;
  private static final int VALUES = 120;
  private static final int STEP = 62;
  private static final int FOOT = 34;
  private static final int MOST = 20;

  @Override
  public String id() {
    return "peers";
  }

  @Override
  public Place place() {
    return Place.PEERS;
  }

  @Override
  public List<Drawing> draw(Material material) {
    List<Row> rows =
        Grid.of(material.comparators())
            .where("matched", "yes")
            .where("statistic", "prevalence")
            .rows()
            .stream()
            .filter(r -> r.shows("estimate"))
            .limit(MOST)
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    String title = title(t, rows);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, rows, title, format));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("peers.subtitle"),
            List.of(Say.base(t, rows), t.say("peers.note")),
            pictures,
            table(t, rows)));
  }

  /** Counts what the intervals say. */
  static String title(Tongue t, List<Row> rows) {
    long higher = rows.stream().filter(r -> r.text("relation").equals("higher here")).count();
    long lower = rows.stream().filter(r -> r.text("relation").equals("lower here")).count();
    long same = rows.size() - higher - lower;
    List<String> parts = new ArrayList<>();
    if (higher > 0) {
      parts.add(t.say("peers.part.higher", "count", higher));
    }
    if (lower > 0) {
      parts.add(t.say("peers.part.lower", "count", lower));
    }
    if (same > 0) {
      parts.add(t.say("peers.part.same", "count", same));
    }
    return t.say("peers.figure", "results", rows.size(), "parts", t.list(parts));
  }

  private Svg picture(Tongue t, List<Row> rows, String title, Format format) {
    int step = format.narrow() ? STEP + 30 : STEP;
    int height = rows.size() * step + FOOT;
    double largest = 0;
    for (Row row : rows) {
      largest = Math.max(largest, Math.max(end(row, "estimate"), end(row, "comparator")));
      largest = Math.max(largest, Math.max(end(row, "ci_high"), end(row, "comparator_high")));
    }
    Ticks ticks = Ticks.upTo(largest, 5);
    Scale x =
        format.narrow()
            ? new Scale(0, ticks.top(), 14, 80)
            : new Scale(0, ticks.top(), LABELS, VALUES);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    List<double[]> grid = new ArrayList<>();
    for (double tick : ticks.values()) {
      grid.add(new double[] {tick, FOOT - 8, tick, height - 4});
      plot.frame().text(Ticks.label(t, tick), tick, FOOT - 8, 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, grid);
    for (int i = 0; i < rows.size(); i++) {
      double middle = height - (i + .5) * step;
      row(t, plot, rows.get(i), format.narrow() ? middle - 14 : middle, x, format);
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("peers.alt", "pairs", rows.size()) + " " + t.say("chart.alt.table"));
  }

  private static double end(Row row, String column) {
    return row.shows(column) ? row.number(column) : 0;
  }

  private static void row(Tongue t, Plot plot, Row row, double y, Scale x, Format format) {
    mark(plot, row, Ink.MAIN, y + 9, List.of("estimate", "ci_low", "ci_high"));
    List<String> theirs = List.of("comparator", "comparator_low", "comparator_high");
    mark(plot, row, Ink.WARM, y - 9, theirs);
    Frame frame = plot.frame();
    double right = x.max(format.width());
    String own = t.say("peers.ours", "share", t.points(row.cell("estimate")));
    String other = t.say("peers.theirs", "share", t.points(row.cell("comparator")));
    frame.text(own, right, y + 9, -4, 4, Anchor.END, Style.NUMBER);
    frame.text(other, right, y - 9, -4, 4, Anchor.END, Style.NOTE);
    String source = row.text("source") + ", " + row.text("year");
    String label = row.text("construct_label").isBlank() ? "measure_label" : "construct_label";
    if (format.narrow()) {
      double left = x.min(format.width());
      String name = Wrap.lines(row.text(label), format.width() - 40, 12, 1).get(0);
      frame.text(name, left, y, 4, -40, Anchor.START, Style.LABEL);
      String from = Wrap.lines(source, format.width() - 40, 11, 1).get(0);
      frame.text(from, left, y, 4, -26, Anchor.START, Style.NOTE);
      return;
    }
    List<String> lines = Wrap.balanced(row.text(label), (LABELS - 18) * .85, 12, 2);
    for (int i = 0; i < lines.size(); i++) {
      frame.text(lines.get(i), 0, y, -14, i * 13 - 4.0, Anchor.END, Style.LABEL);
    }
    String from = Wrap.lines(source, (LABELS - 18) * .85, 11, 1).get(0);
    frame.text(from, 0, y, -14, lines.size() * 13 - 4.0, Anchor.END, Style.NOTE);
  }

  private static void mark(Plot plot, Row row, Ink ink, double y, List<String> columns) {
    if (row.shows(columns.get(1)) && row.shows(columns.get(2))) {
      double[] whisker = {row.number(columns.get(1)), y, row.number(columns.get(2)), y};
      plot.lines(ink, 2.5f, List.of(whisker));
    }
    plot.dots(ink, new double[] {row.number(columns.get(0))}, new double[] {y});
  }

  private DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("peers.shares"))
            .words(t.say("common.measure"))
            .numbers(t.say("peers.own"), t.say("peers.published"))
            .words(t.say("glance.source"), t.say("peers.relation"));
    for (Row row : rows) {
      table.row(
          row.text("measure_label"),
          t.points(row.cell("estimate")),
          t.points(row.cell("comparator")),
          row.text("source") + ", " + row.text("year"),
          t.name("peers.relation", row.text("relation")));
    }
    return table.build();
  }
}
