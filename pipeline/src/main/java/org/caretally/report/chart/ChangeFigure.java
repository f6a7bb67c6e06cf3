package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Pairs of dots: each challenge in the wave before and in the newest one, with intervals. */
final class ChangeFigure implements Figure {
  private static final int LABELS = 232;
  private static final int VALUES = 176;
  private static final int HEAD = 30;
  private static final int FOOT = 24;

  @Override
  public String id() {
    return "change";
  }

  @Override
  public Place place() {
    return Place.CHANGE;
  }

  /** A challenge in two waves. */
  private record Pair(Row before, Row after, Change change) {
    String values(Tongue t) {
      return t.points(before.cell("estimate")) + " → " + t.points(after.cell("estimate"));
    }
  }

  @Override
  public List<Drawing> draw(Material material) {
    Results results = material.results();
    List<Pair> pairs = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      List<Optional<Row>> history = results.history(row.text("measure"));
      if (history.size() > 1) {
        history
            .get(history.size() - 2)
            .ifPresent(b -> pairs.add(new Pair(b, row, Change.of(results.changes().step(row)))));
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    List<String> waves = List.of(results.previous().orElseThrow(), results.latest());
    Tongue t = material.tongue();
    String title = Say.changes(t, pairs.stream().map(Pair::change).toList(), waves.get(0));
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, pairs, waves, title, format));
    }
    List<Row> rows = new ArrayList<>();
    pairs.forEach(p -> rows.addAll(List.of(p.before(), p.after())));
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("chart.change.subtitle"),
            List.of(Say.base(t, rows), t.say("change.rule")),
            pictures,
            table(t, pairs, waves)));
  }

  private Svg picture(Tongue t, List<Pair> pairs, List<String> waves, String title, Format format) {
    double largest = 0;
    for (Pair pair : pairs) {
      for (Row row : List.of(pair.before(), pair.after())) {
        largest = Math.max(largest, row.shows("ci_high") ? row.number("ci_high") : 0);
      }
    }
    Ticks ticks = Ticks.upTo(largest, format.narrow() ? 4 : 6);
    int step = step(format);
    int height = HEAD + pairs.size() * step + FOOT;
    Scale x =
        format.narrow()
            ? new Scale(0, ticks.top(), 14, 20)
            : new Scale(0, ticks.top(), LABELS, VALUES);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    List<double[]> grid = new ArrayList<>();
    for (double tick : ticks.values()) {
      grid.add(new double[] {tick, FOOT, tick, height - HEAD});
      plot.frame().text(Ticks.label(t, tick), tick, FOOT, 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, grid);
    for (int wave = 0; wave < 2; wave++) {
      marks(plot, pairs, wave, height, ticks.top(), format);
    }
    for (int i = 0; i < pairs.size(); i++) {
      words(t, plot.frame(), pairs.get(i), height - HEAD - (i + .5) * step, x, format);
    }
    key(t, plot, waves, x, height, format);
    List<Row> newest = pairs.stream().map(Pair::after).toList();
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        Say.range(t, "chart.alt.pairs", "construct_label", newest));
  }

  private static int step(Format format) {
    return format.narrow() ? 58 : 42;
  }

  /** The wave before stands above in a thin line, the newest below in a thick one. */
  private static void marks(
      Plot plot, List<Pair> pairs, int wave, int height, double top, Format format) {
    int step = step(format);
    Ink ink = wave == 0 ? Ink.MUTED : Ink.MAIN;
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Row row = wave == 0 ? pairs.get(i).before() : pairs.get(i).after();
      double middle = height - HEAD - (i + .5) * step - (format.narrow() ? 14 : 0);
      double y = middle + (wave == 0 ? 6 : -6);
      if (Say.bounded(row)) {
        whiskers.add(new double[] {row.number("ci_low"), y, row.number("ci_high"), y});
      }
      if (row.shows("estimate")) {
        dots.add(new double[] {row.number("estimate"), y});
      } else {
        plot.frame().hatch(0, y + 5, top, y - 5);
      }
    }
    plot.lines(ink, wave == 0 ? 1.5f : 2.5f, whiskers);
    plot.dots(
        ink,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }

  private static void words(
      Tongue t, Frame frame, Pair pair, double middle, Scale x, Format format) {
    String label = pair.after().text("construct_label");
    double right = x.max(format.width());
    String words = pair.change().words(t);
    if (format.narrow()) {
      double left = x.min(format.width());
      frame.text(
          Wrap.lines(label, 226, 12, 1).get(0), left, middle, 4, -14, Anchor.START, Style.LABEL);
      frame.text(pair.values(t), right, middle, -4, -14, Anchor.END, Style.NUMBER);
      frame.text(words, right, middle, -4, 0, Anchor.END, Style.NOTE);
      return;
    }
    List<String> lines = Wrap.balanced(label, (LABELS - 18) * .85, 12, 2);
    for (int i = 0; i < lines.size(); i++) {
      double dy = 4 - (lines.size() - 1) * 6.5 + i * 13;
      frame.text(lines.get(i), 0, middle, -14, dy, Anchor.END, Style.LABEL);
    }
    frame.text(pair.values(t), right, middle, -6, -3, Anchor.END, Style.NUMBER);
    Style style = pair.change().clear() ? Style.BOLD : Style.NOTE;
    frame.text(words, right, middle, -6, 11, Anchor.END, style);
  }

  private static void key(
      Tongue t, Plot plot, List<String> waves, Scale x, int height, Format format) {
    double start = format.narrow() ? x.min(format.width()) : 0;
    double pixel = (x.max(format.width()) - x.min(format.width())) / format.width();
    double at = start + (format.narrow() ? 10 : 4) * pixel;
    for (int i = 0; i < 2; i++) {
      String wave = Wrap.lines(waves.get(i), 84, 12, 1).get(0);
      String words = t.say(i == 0 ? "chart.change.above" : "chart.change.below", "wave", wave);
      double y = height - 12;
      double[] line = {at - 6 * pixel, y, at + 6 * pixel, y};
      plot.lines(i == 0 ? Ink.MUTED : Ink.MAIN, i == 0 ? 1.5f : 2.5f, List.of(line));
      plot.frame().text(words, at, y, 11, 4, Anchor.START, Style.LABEL);
      at += (Fonts.width(words, 12) * 1.15 + 28) * pixel;
    }
  }

  private DataTable table(Tongue t, List<Pair> pairs, List<String> waves) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.change.table"))
            .words(t.say("common.challenge"))
            .numbers(Say.brief(waves.get(0)), t.say("common.interval"), Say.brief(waves.get(1)))
            .numbers(t.say("chart.change.newest"))
            .words(t.say("groups.trends.change"));
    for (Pair pair : pairs) {
      table.row(
          pair.after().text("construct_label"),
          t.points(pair.before().cell("estimate")),
          t.interval(pair.before()),
          t.points(pair.after().cell("estimate")),
          t.interval(pair.after()),
          pair.change().words(t));
    }
    return table.build();
  }
}
