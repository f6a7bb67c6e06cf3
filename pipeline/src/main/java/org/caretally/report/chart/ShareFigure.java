package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** Dots and whiskers: the share at or beyond the cut-off of every challenge, largest first. */
final class ShareFigure implements Figure {
  private static final int LABELS = 232;
  private static final int VALUES = 128;
  private static final int LEAD = 3;

  @Override
  public String id() {
    return "glance";
  }

  @Override
  public Place place() {
    return Place.GLANCE;
  }

  @Override
  public List<Drawing> draw(Material material) {
    List<Row> rows = material.results().challenges(material.results().latest()).rows();
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
            t.say("chart.share.subtitle"),
            List.of(Say.base(t, rows), t.say("chart.share.note")),
            pictures,
            table(t, rows)));
  }

  /** Names the challenges whose interval meets that of the first, if they are few. */
  static String title(Tongue t, List<Row> sorted) {
    List<Row> shown = sorted.stream().filter(Say::bounded).toList();
    if (shown.isEmpty()) {
      return t.say("chart.share.none");
    }
    Row first = shown.get(0);
    List<String> lead = new ArrayList<>();
    for (Row row : shown) {
      if (!Say.apart(first, row)) {
        lead.add(Say.brief(row.text("construct_label")));
      }
    }
    if (shown.size() == 1) {
      return lead.get(0) + ": " + t.percent(first.cell("estimate"));
    }
    if (lead.size() > LEAD) {
      return t.say("chart.share.many", "meeting", lead.size(), "shown", shown.size());
    }
    return lead.size() == 1
        ? t.say("chart.share.one", "label", lead.get(0), "share", t.percent(first.cell("estimate")))
        : t.say("chart.share.few", "labels", String.join("; ", lead));
  }

  private Svg picture(Tongue t, List<Row> rows, String title, Format format) {
    double largest = 0;
    for (Row row : rows) {
      largest = Math.max(largest, top(row));
    }
    Ticks ticks = Ticks.upTo(largest, format.narrow() ? 4 : 6);
    int step = format.narrow() ? 50 : twoLines(rows) ? 48 : 42;
    int height = rows.size() * step + 44;
    Scale x =
        format.narrow()
            ? new Scale(0, ticks.top(), 14, 20)
            : new Scale(0, ticks.top(), LABELS, VALUES + 8);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    grid(t, plot, ticks, height);
    marks(plot, rows, height, step, format);
    for (int i = 0; i < rows.size(); i++) {
      double middle = height - 20 - i * step - step / 2.0;
      words(t, plot.frame(), rows.get(i), middle, x, format);
    }
    if (!format.narrow()) {
      String head = t.say("chart.share.axis");
      plot.frame().text(head, x.max(760), height, -6, 14, Anchor.END, Style.NOTE);
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        Say.range(t, "chart.alt.dots", "construct_label", rows));
  }

  private static boolean twoLines(List<Row> rows) {
    return rows.stream().anyMatch(r -> label(r.text("construct_label")).size() > 1);
  }

  private static List<String> label(String label) {
    return Wrap.balanced(label, (LABELS - 18) * .85, 12, 2);
  }

  private static double top(Row row) {
    return row.shows("ci_high")
        ? row.number("ci_high")
        : row.shows("estimate") ? row.number("estimate") : 0;
  }

  /** Draws the grid and its labels; y is in pixels from the bottom. */
  private static void grid(Tongue t, Plot plot, Ticks ticks, int height) {
    List<double[]> lines = new ArrayList<>();
    for (double tick : ticks.values()) {
      lines.add(new double[] {tick, 24, tick, height - 22});
      plot.frame().text(Ticks.label(t, tick), tick, 24, 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, lines);
  }

  private static void marks(Plot plot, List<Row> rows, int height, int step, Format format) {
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = height - 20 - i * step - step / 2.0 - (format.narrow() ? 12 : 0);
      if (Say.bounded(row)) {
        whiskers.add(new double[] {row.number("ci_low"), y, row.number("ci_high"), y});
      }
      if (row.shows("estimate")) {
        dots.add(new double[] {row.number("estimate"), y});
      }
    }
    plot.lines(Ink.MAIN, 2.5f, whiskers);
    plot.dots(
        Ink.MAIN,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }

  private static void words(Tongue t, Frame frame, Row row, double middle, Scale x, Format format) {
    String label = row.text("construct_label");
    String cutoff = row.text("cutoff_label");
    String value = t.points(row.cell("estimate"));
    if (!row.shows("estimate")) {
      double y = middle - (format.narrow() ? 12 : 0);
      frame.hatch(0, y + 7, x.high(), y - 7);
    }
    if (format.narrow()) {
      double start = x.min(format.width());
      String line = Wrap.lines(label, 240, 12, 1).get(0);
      frame.text(line, start, middle, 4, -6, Anchor.START, Style.LABEL);
      String printed = t.percent(row.cell("estimate"));
      frame.text(printed, x.max(format.width()), middle, -4, -6, Anchor.END, Style.BOLD);
      return;
    }
    List<String> lines = label(label);
    boolean named = !cutoff.isBlank();
    double first = 4 - (lines.size() + (named ? 1 : 0) - 1) * 6.5;
    for (int i = 0; i < lines.size(); i++) {
      frame.text(lines.get(i), 0, middle, -14, first + i * 13, Anchor.END, Style.LABEL);
    }
    if (named) {
      String line = Wrap.lines(cutoff, (LABELS - 18) * .9, 11, 1).get(0);
      frame.text(line, 0, middle, -14, first + lines.size() * 13, Anchor.END, Style.NOTE);
    }
    String interval = Say.bounded(row) ? " (" + t.interval(row) + ")" : "";
    frame.text(value + interval, x.max(760), middle, -6, 4, Anchor.END, Style.NUMBER);
  }

  private DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.share.table"))
            .words(t.say("common.challenge"), t.say("common.cutoff"))
            .numbers(
                t.say("common.share"),
                t.say("common.interval.percent"),
                t.say("common.n"),
                t.say("chart.share.prorated"),
                t.say("common.unscorable"));
    for (Row row : rows) {
      table.row(
          row.text("construct_label"),
          Tongue.plain(row.cell("cutoff_label")),
          t.percent(row.cell("estimate")),
          t.interval(row),
          t.count(row.cell("n")),
          t.count(row.cell("prorated")),
          t.count(row.cell("unscorable")));
    }
    return table.build();
  }
}
