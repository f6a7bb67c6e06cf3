package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/**
 * Dots and whiskers: where the mean score lies between the lowest and the highest possible score of
 * its scale, for challenges without a published cut-off and for the protective factors. The
 * position is worked out from the published mean, so it is no finer than that.
 */
final class PositionFigure implements Figure {
  private static final int LABELS = 232;
  private static final int VALUES = 150;
  private static final int HEAD = 40;
  private static final String LABEL = "construct_label";

  @Override
  public String id() {
    return "positions";
  }

  @Override
  public Place place() {
    return Place.GLANCE;
  }

  /** Rows of one kind under a heading. */
  private record Block(String heading, List<Row> rows) {}

  @Override
  public List<Drawing> draw(Material material) {
    List<Row> rows =
        material.results().positions().stream().filter(PositionFigure::ranged).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    List<Block> blocks = blocks(t, rows);
    String title = title(t, rows);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, blocks, title, format));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("chart.position.subtitle"),
            List.of(Say.base(t, rows), t.say("chart.position.note")),
            pictures,
            table(t, rows)));
  }

  private static boolean ranged(Row row) {
    return !row.text("range_low").isBlank() && !row.text("range_high").isBlank();
  }

  private static List<Block> blocks(Tongue t, List<Row> rows) {
    List<Block> blocks = new ArrayList<>();
    List<Row> challenges = rows.stream().filter(r -> r.text("kind").equals("challenge")).toList();
    List<Row> factors = rows.stream().filter(r -> !r.text("kind").equals("challenge")).toList();
    if (!challenges.isEmpty()) {
      blocks.add(new Block(t.say("chart.position.challenges"), challenges));
    }
    if (!factors.isEmpty()) {
      blocks.add(new Block(t.say("chart.position.factors"), factors));
    }
    return blocks;
  }

  /** Counts the protective factors whose mean lies in the lower half of the scale. */
  static String title(Tongue t, List<Row> rows) {
    List<Row> factors =
        rows.stream().filter(r -> r.text("kind").equals("protective") && Say.bounded(r)).toList();
    if (factors.isEmpty()) {
      return t.say("chart.position.plain");
    }
    long low = factors.stream().filter(r -> position(r, "ci_high") < .5).count();
    return low == 0
        ? t.say("chart.position.none")
        : t.say("chart.position.low", "low", low, "factors", factors.size());
  }

  /**
   * Returns where a published value lies on its scale, 0 for the lowest score, 1 for the highest.
   */
  private static double position(Row row, String column) {
    double low = Double.parseDouble(row.text("range_low"));
    double high = Double.parseDouble(row.text("range_high"));
    return Math.min(1, Math.max(0, (row.number(column) - low) / (high - low)));
  }

  private Svg picture(Tongue t, List<Block> blocks, String title, Format format) {
    int step = format.narrow() ? 50 : 46;
    int count = blocks.stream().mapToInt(b -> b.rows().size()).sum();
    int height = count * step + blocks.size() * HEAD + 34;
    Scale x = format.narrow() ? new Scale(0, 1, 14, 20) : new Scale(0, 1, LABELS, VALUES + 8);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    grid(t, plot, height, format);
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    double top = height - 8;
    for (Block block : blocks) {
      double start = x.min(format.width());
      String words = Wrap.lines(block.heading(), format.width() - 40, Style.BOLD_SIZE, 1).get(0);
      plot.frame().text(words, start, top, 4, 24, Anchor.START, Style.BOLD);
      top -= HEAD;
      for (Row row : block.rows()) {
        double middle = top - step / 2.0;
        double y = middle - (format.narrow() ? 12 : 0);
        if (Say.bounded(row)) {
          whiskers.add(new double[] {position(row, "ci_low"), y, position(row, "ci_high"), y});
        }
        if (row.shows("estimate")) {
          dots.add(new double[] {position(row, "estimate"), y});
        } else {
          plot.frame().hatch(0, y + 7, 1, y - 7);
        }
        words(t, plot.frame(), row, middle, x, format);
        top -= step;
      }
    }
    marks(plot, whiskers, dots);
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("chart.position.alt", "scores", count) + " " + t.say("chart.alt.table"));
  }

  private static void marks(Plot plot, List<double[]> whiskers, List<double[]> dots) {
    plot.lines(Ink.MAIN, 2.5f, whiskers);
    plot.dots(
        Ink.MAIN,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }

  private static void grid(Tongue t, Plot plot, int height, Format format) {
    List<double[]> lines = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += format.narrow() ? 50 : 25) {
      lines.add(new double[] {percent / 100.0, 24, percent / 100.0, height - 34});
      String words = t.percent(percent);
      plot.frame().text(words, percent / 100.0, 24, 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, lines);
  }

  private static void words(Tongue t, Frame frame, Row row, double middle, Scale x, Format format) {
    String value = t.number(row.cell("estimate"));
    String range = range(t, row);
    if (format.narrow()) {
      String line = Wrap.lines(row.text(LABEL), 220, 12, 1).get(0);
      frame.text(line, x.min(format.width()), middle, 4, -6, Anchor.START, Style.LABEL);
      String printed = value + " (" + range + ")";
      frame.text(printed, x.max(format.width()), middle, -4, -6, Anchor.END, Style.BOLD);
      return;
    }
    List<String> lines = Wrap.balanced(row.text(LABEL), (LABELS - 18) * .85, 12, 2);
    double first = 4 - lines.size() * 6.5;
    for (int i = 0; i < lines.size(); i++) {
      frame.text(lines.get(i), 0, middle, -14, first + i * 13, Anchor.END, Style.LABEL);
    }
    String scale = row.text("scale_label");
    if (!scale.equals(row.text(LABEL))) {
      String note = Wrap.lines(scale, (LABELS - 18) * .9, 11, 1).get(0);
      frame.text(note, 0, middle, -14, first + lines.size() * 13, Anchor.END, Style.NOTE);
    }
    frame.text(value, x.max(760), middle, -6, -2, Anchor.END, Style.NUMBER);
    String of = t.say("chart.position.range", "range", range);
    frame.text(of, x.max(760), middle, -6, 12, Anchor.END, Style.NOTE);
  }

  private static String range(Tongue t, Row row) {
    String low = t.number(row.text("range_low"));
    return t.say("common.range", "low", low, "high", t.number(row.text("range_high")));
  }

  private DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.position.table"))
            .words(t.say("common.topic"), t.say("common.scale"))
            .numbers(t.say("common.mean"), t.say("common.interval"), t.say("common.n"))
            .words(t.say("chart.position.possible"));
    for (Row row : rows) {
      table.row(
          row.text("construct_label"),
          row.text("scale_label"),
          t.number(row.cell("estimate")),
          t.span(row),
          t.count(row.cell("n")),
          range(t, row));
    }
    return table.build();
  }
}
