package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/**
 * Dots and whiskers of what goes with an outcome in one model, around the line of no difference;
 * ratios on a logarithmic axis.
 */
public final class ModelFigure implements Figure {
  private static final int LABELS = 262;
  private static final int VALUES = 140;
  private static final int FOOT = 34;
  private static final double CLEAR = .05;
  private static final double[] RATIOS = {.05, .1, .2, .5, 1, 2, 5, 10, 20};

  @Override
  public String id() {
    return "model";
  }

  @Override
  public Place place() {
    return Place.MODEL;
  }

  @Override
  public List<Drawing> draw(Material material) {
    List<Drawing> drawings = new ArrayList<>();
    Grid newest = Grid.of(material.models()).where("wave", material.results().latest());
    for (Map.Entry<String, List<Row>> model : newest.by("model").entrySet()) {
      List<Row> rows =
          model.getValue().stream()
              .filter(r -> !r.text("statistic").equals("average_marginal_effect"))
              .toList();
      if (rows.stream().filter(Say::bounded).count() > 1) {
        drawings.add(drawing(material.tongue(), model.getKey(), rows));
      }
    }
    return drawings;
  }

  private Drawing drawing(Tongue t, String model, List<Row> rows) {
    String id = id() + "-figure-" + model;
    String title = title(t, rows);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, id, rows, title, format));
    }
    return new Drawing(
        id,
        title,
        t.say(linear(rows) ? "chart.model.subtitle.linear" : "chart.model.subtitle.ratio"),
        List.of(Say.base(t, rows), t.say("chart.model.note")),
        pictures,
        table(t, id, rows));
  }

  private static boolean linear(List<Row> rows) {
    return rows.get(0).text("statistic").equals("difference");
  }

  /** Counts the lines that are clear after all tests of the model are counted. */
  static String title(Tongue t, List<Row> rows) {
    double none = linear(rows) ? 0 : 1;
    List<Row> clear =
        rows.stream()
            .filter(r -> Say.bounded(r) && r.shows("p_adjusted") && r.shows("p_value"))
            .filter(r -> r.number("p_adjusted") < CLEAR && r.number("p_value") < CLEAR)
            .toList();
    long higher = clear.stream().filter(r -> r.number("estimate") > none).count();
    return t.say(
        "chart.model.title",
        "outcome",
        Say.brief(rows.get(0).text("outcome_label")),
        "higher",
        higher,
        "lower",
        clear.size() - higher,
        "lines",
        rows.size());
  }

  private static Svg picture(Tongue t, String id, List<Row> rows, String title, Format format) {
    boolean linear = linear(rows);
    int step = format.narrow() ? 62 : 46;
    int height = rows.size() * step + FOOT + 8;
    double reach = reach(rows, linear);
    Scale x =
        format.narrow()
            ? new Scale(-reach, reach, 14, 20)
            : new Scale(-reach, reach, LABELS, VALUES);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    grid(t, plot, height, linear, reach);
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    double top = height - 8;
    for (Row row : rows) {
      double middle = top - step / 2.0;
      double y = middle - (format.narrow() ? 20 : 0);
      if (Say.bounded(row)) {
        double low = place(row.number("ci_low"), linear, reach);
        double high = place(row.number("ci_high"), linear, reach);
        whiskers.add(new double[] {low, y, high, y});
        dots.add(new double[] {place(row.number("estimate"), linear, reach), y});
      } else {
        plot.frame().hatch(-reach, y + 7, reach, y - 7);
      }
      words(t, plot.frame(), row, middle, x, format);
      top -= step;
    }
    marks(plot, whiskers, dots);
    return plot.svg(
        id + format.suffix(),
        format.className(),
        title,
        t.say("chart.model.alt", "lines", rows.size()) + " " + t.say("chart.alt.table"));
  }

  private static void marks(Plot plot, List<double[]> whiskers, List<double[]> dots) {
    plot.lines(Ink.MAIN, 2.5f, whiskers);
    plot.dots(
        Ink.MAIN,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }

  /** Returns how far the axis goes on either side of no difference. */
  private static double reach(List<Row> rows, boolean linear) {
    double most = 0;
    for (Row row : rows) {
      if (Say.bounded(row)) {
        for (String end : List.of("ci_low", "ci_high")) {
          most = Math.max(most, Math.abs(place(row.number(end), linear, Double.MAX_VALUE)));
        }
      }
    }
    return linear
        ? Curve.Span.round(most / 3) * Math.ceil(most / Curve.Span.round(most / 3))
        : Math.min(Math.log(RATIOS[RATIOS.length - 1]), Math.max(Math.log(2), most));
  }

  private static double place(double value, boolean linear, double reach) {
    double at = linear ? value : Math.log(Math.max(value, 1e-9));
    return Math.max(-reach, Math.min(reach, at));
  }

  private static void grid(Tongue t, Plot plot, int height, boolean linear, double reach) {
    List<double[]> lines = new ArrayList<>();
    List<Double> ticks = new ArrayList<>();
    if (linear) {
      double step = Curve.Span.round(reach / 3);
      for (double tick = 0; tick <= reach * (1 + 1e-9); tick += step) {
        ticks.add(tick);
        if (tick > 0) {
          ticks.add(-tick);
        }
      }
    } else {
      for (double ratio : RATIOS) {
        if (Math.abs(Math.log(ratio)) <= reach * (1 + 1e-9)) {
          ticks.add(ratio);
        }
      }
    }
    for (double tick : ticks) {
      double x = place(tick, linear, reach);
      lines.add(new double[] {x, FOOT - 10, x, height});
      String words = Curve.Span.number(t, tick);
      plot.frame().text(words, x, FOOT - 10, 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, lines);
    plot.dashes(Ink.WARM, 0, FOOT - 10, 0, height);
  }

  private static void words(Tongue t, Frame frame, Row row, double middle, Scale x, Format format) {
    String compared = compared(t, row);
    String value =
        Say.bounded(row)
            ? t.number(row.cell("estimate")) + " (" + t.span(row) + ")"
            : t.number(row.cell("estimate"));
    double left = x.min(format.width());
    if (format.narrow()) {
      String line = Wrap.lines(row.text("with_label"), 196, 12, 1).get(0);
      frame.text(line, left, middle, 4, -12, Anchor.START, Style.LABEL);
      frame.text(compared, left, middle, 4, 3, Anchor.START, Style.NOTE);
      frame.text(value, x.max(format.width()), middle, -4, -12, Anchor.END, Style.NOTE);
      return;
    }
    List<String> lines = Wrap.balanced(row.text("with_label"), (LABELS - 18) * .85, 12, 2);
    double first = 4 - lines.size() * 6.5;
    for (int i = 0; i < lines.size(); i++) {
      frame.text(lines.get(i), left, middle, LABELS - 14, first + i * 13, Anchor.END, Style.LABEL);
    }
    String small = Wrap.lines(compared, (LABELS - 18) * .9, 11, 1).get(0);
    double below = first + lines.size() * 13;
    frame.text(small, left, middle, LABELS - 14, below, Anchor.END, Style.NOTE);
    frame.text(value, x.max(format.width()), middle, -2, 4, Anchor.END, Style.NOTE);
  }

  /** Returns what a line of a model compares. */
  public static String compared(Tongue t, Row row) {
    String group = row.text("group");
    String against =
        group.isBlank()
            ? ""
            : t.say("chart.model.against", "group", group, "reference", row.text("reference"));
    if (!row.text("step").isBlank()) {
      String more = t.say("chart.model.more", "step", t.number(row.text("step")));
      return group.isBlank() ? more : more + ", " + against;
    }
    return group.isBlank() ? t.say("chart.model.yes") : against;
  }

  private static DataTable table(Tongue t, String id, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id + "-table", t.say("chart.model.table"))
            .words(t.say("chart.model.what"), t.say("common.compared"));
    table.numbers(
        t.say(linear(rows) ? "common.difference" : "common.ratio"),
        t.say("common.interval"),
        t.say("common.n"));
    for (Row row : rows) {
      table.row(
          row.text("with_label"),
          compared(t, row),
          t.number(row.cell("estimate")),
          t.span(row),
          t.count(row.cell("n")));
    }
    return table.build();
  }
}
