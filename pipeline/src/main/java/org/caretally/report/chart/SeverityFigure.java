package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** Stacked bars: the share of people in each severity band, a block for each set of band names. */
final class SeverityFigure implements Figure {
  private static final int LABELS = 190;
  private static final int RIGHT = 18;

  @Override
  public String id() {
    return "severity-bands";
  }

  @Override
  public Place place() {
    return Place.SEVERITY;
  }

  /** A scale and its bands from the lowest. */
  private record Bar(String label, List<Row> bands) {
    List<String> names() {
      return bands.stream().map(r -> r.text("band_label")).toList();
    }

    boolean whole() {
      return bands.stream().allMatch(r -> r.shows("estimate"));
    }
  }

  @Override
  public List<Drawing> draw(Material material) {
    Grid rows =
        Grid.of(material.bands()).where("domain", "").where("wave", material.results().latest());
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<List<String>, List<Bar>> blocks = new LinkedHashMap<>();
    List<Bar> bars = new ArrayList<>();
    for (List<Row> bands : rows.ordered("band_order").by("scale").values()) {
      Bar bar = new Bar(bands.get(0).text("scale_label"), bands);
      bars.add(bar);
      blocks.computeIfAbsent(bar.names(), k -> new ArrayList<>()).add(bar);
    }
    Tongue t = material.tongue();
    String title = title(t, bars.stream().map(Bar::bands).toList());
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, blocks, title, format, bars.size()));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("chart.severity.subtitle"),
            List.of(Say.base(t, rows.rows()), t.say("chart.severity.note")),
            pictures,
            table(t, bars)));
  }

  /** Counts the scales on which fewer than half are in the lowest band. */
  static String title(Tongue t, List<List<Row>> scales) {
    int shown = 0;
    int below = 0;
    for (List<Row> bands : scales) {
      if (bands.get(0).shows("estimate")) {
        shown++;
        below += bands.get(0).number("estimate") < .5 ? 1 : 0;
      }
    }
    if (shown == 0) {
      return t.say("chart.severity.none");
    }
    if (below == 0) {
      return t.say(shown == 1 ? "chart.severity.half.one" : "chart.severity.half.all");
    }
    if (below == shown) {
      return t.say(shown == 1 ? "chart.severity.fewer.one" : "chart.severity.fewer.all");
    }
    return t.say("chart.severity.some", "below", below, "shown", shown);
  }

  private Svg picture(
      Tongue t, Map<List<String>, List<Bar>> blocks, String title, Format format, int count) {
    boolean narrow = format.narrow();
    int left = narrow ? 12 : LABELS;
    int room = format.width() - left - RIGHT;
    int step = narrow ? 52 : 38;
    int height = 26;
    Map<List<String>, List<List<Integer>>> legends = new LinkedHashMap<>();
    for (Map.Entry<List<String>, List<Bar>> block : blocks.entrySet()) {
      List<List<Integer>> legend = legend(block.getKey(), room);
      legends.put(block.getKey(), legend);
      height += legend.size() * 18 + 10 + block.getValue().size() * step + 8;
    }
    Scale x = new Scale(0, 1, left, RIGHT);
    Plot plot = new Plot(format.width(), height, x, Scale.pixels(height));
    double y = height;
    for (Map.Entry<List<String>, List<Bar>> block : blocks.entrySet()) {
      y -= keys(plot, block.getKey(), legends.get(block.getKey()), y, room) + 10;
      for (Bar bar : block.getValue()) {
        double top = narrow ? y - 18 : y;
        bar(t, plot, bar, top, room);
        label(plot.frame(), bar.label(), top, narrow, left);
        y -= step;
      }
      y -= 8;
    }
    for (int percent = 0; percent <= 100; percent += narrow ? 50 : 20) {
      String words = t.percent(percent);
      plot.frame().text(words, percent / 100.0, 0, 0, -12, Anchor.MIDDLE, Style.NOTE);
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("chart.severity.alt", "scales", count) + " " + t.say("chart.alt.table"));
  }

  private static void label(Frame frame, String label, double top, boolean narrow, int left) {
    if (narrow) {
      frame.text(Wrap.lines(label, 300, 12, 1).get(0), 0, top, 0, -5, Anchor.START, Style.LABEL);
      return;
    }
    List<String> lines = Wrap.lines(label, (left - 16) * .88, 12, 2);
    for (int i = 0; i < lines.size(); i++) {
      double dy = 18 - (lines.size() - 1) * 6.5 + i * 13;
      frame.text(lines.get(i), 0, top, -10, dy, Anchor.END, Style.LABEL);
    }
  }

  /** Returns the band numbers that stand in each line of a legend. */
  private static List<List<Integer>> legend(List<String> names, int room) {
    List<List<Integer>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    double used = 0;
    for (int i = 0; i < names.size(); i++) {
      double width = keyWidth(names.get(i), room);
      if (used > 0 && used + width > room) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(i);
      used += width;
    }
    return lines;
  }

  private static double keyWidth(String name, int room) {
    return Math.min(room, 18 + Fonts.width(name, 12) * 1.12 + 14);
  }

  private static int keys(
      Plot plot, List<String> names, List<List<Integer>> lines, double top, int room) {
    double pixel = 1.0 / room;
    for (int line = 0; line < lines.size(); line++) {
      double at = 0;
      double y = top - line * 18;
      for (int i : lines.get(line)) {
        plot.rectangles(
            ink(i, names.size()), List.of(new double[] {at, y - 16, at + 11 * pixel, y - 5}));
        String words = Wrap.lines(names.get(i), room - 30, 12, 1).get(0);
        plot.frame().text(words, at, y, 17, 14.5, Anchor.START, Style.LABEL);
        at += keyWidth(names.get(i), room) * pixel;
      }
    }
    return lines.size() * 18;
  }

  /** Spreads the bands over the colours, the highest band always the strongest. */
  static Ink ink(int band, int bands) {
    return Ink.sequential(bands < 2 ? 3 : (int) Math.round(band * 5.0 / (bands - 1)));
  }

  private static void bar(Tongue t, Plot plot, Bar bar, double top, int room) {
    if (!bar.whole()) {
      Row hidden = bar.bands().stream().filter(r -> !r.shows("estimate")).findFirst().orElseThrow();
      plot.frame().hatch(0, top, 1, top - 28);
      plot.frame().text(hidden.text("estimate"), .5, top, 0, 18, Anchor.MIDDLE, Style.BOLD);
      return;
    }
    double total = bar.bands().stream().mapToDouble(r -> r.number("estimate")).sum();
    // Rounded shares may pass 100% by a hair; then the bar is squeezed, never the numbers.
    double squeeze = total > 1 ? 1 / total : 1;
    double gap = 2.0 / room;
    double at = 0;
    for (int i = 0; i < bar.bands().size(); i++) {
      Row row = bar.bands().get(i);
      double width = row.number("estimate") * squeeze;
      Ink ink = ink(i, bar.bands().size());
      if (width > gap) {
        plot.rectangles(ink, List.of(new double[] {at, top - 28, at + width - gap, top}));
      }
      String words = t.points(row.cell("estimate"));
      if (Fonts.width(words, 12) * 1.15 + 6 < width * room) {
        Style style = new Style("t", ink.words());
        plot.frame().text(words, at + (width - gap) / 2, top, 0, 18, Anchor.MIDDLE, style);
      }
      at += width;
    }
  }

  private DataTable table(Tongue t, List<Bar> bars) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.severity.table"))
            .words(t.say("common.scale"), t.say("common.band"))
            .numbers(t.say("common.share"), t.say("common.interval.percent"), t.say("common.n"));
    for (Row row : bars.stream().flatMap(b -> b.bands().stream()).toList()) {
      table.row(
          row.text("scale_label"),
          row.text("band_label"),
          t.percent(row.cell("estimate")),
          t.interval(row),
          t.count(row.cell("n")));
    }
    return table.build();
  }
}
