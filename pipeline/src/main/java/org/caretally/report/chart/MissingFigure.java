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

/** The share of missing answers to each item, in the order of the questionnaire. */
final class MissingFigure implements Figure {
  private static final int LABELS = 150;
  private static final int RIGHT = 46;
  private static final int STEP = 34;
  private static final int HIGH = 24;
  private static final String SHARE = "missing";

  @Override
  public String id() {
    return "missing-items";
  }

  @Override
  public Place place() {
    return Place.MISSING;
  }

  @Override
  public List<Drawing> draw(Material material) {
    Grid rows = Grid.of(material.items()).where("wave", material.results().latest());
    Map<String, Map<String, Row>> instruments = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      instruments
          .computeIfAbsent(row.text("instrument"), k -> new LinkedHashMap<>())
          .putIfAbsent(row.text("item") + " " + row.text("column"), row);
    }
    if (instruments.isEmpty()) {
      return List.of();
    }
    Tongue t = material.tongue();
    Map<String, List<Row>> items = new LinkedHashMap<>();
    instruments.forEach((name, all) -> items.put(name, List.copyOf(all.values())));
    String title = title(t, items);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, items, title, format));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("gaps.subtitle"),
            List.of(Say.base(t, all(items)), t.say("gaps.note")),
            pictures,
            table(t, items)));
  }

  private static List<Row> all(Map<String, List<Row>> items) {
    return items.values().stream().flatMap(List::stream).toList();
  }

  private static Optional<Row> most(List<Row> rows) {
    return rows.stream()
        .filter(r -> r.shows(SHARE))
        .max(Comparator.comparingDouble(r -> r.number(SHARE)));
  }

  private static String title(Tongue t, Map<String, List<Row>> items) {
    Optional<Row> most = most(all(items));
    if (most.isEmpty()) {
      return t.say("gaps.hidden");
    }
    return most.get().number(SHARE) == 0
        ? t.say("gaps.none")
        : t.say(
            "gaps.most",
            "instrument",
            Say.brief(most.get().text("instrument")),
            "item",
            Say.brief(most.get().text("item")),
            "share",
            t.percent(most.get().cell(SHARE)));
  }

  private Svg picture(Tongue t, Map<String, List<Row>> items, String title, Format format) {
    boolean narrow = format.narrow();
    int left = narrow ? 8 : LABELS;
    int step = narrow ? STEP + 14 : STEP;
    int height = items.size() * step + 8;
    int longest = items.values().stream().mapToInt(List::size).max().orElse(1);
    double pitch = Math.min(18, (double) (format.width() - left - RIGHT) / longest);
    double top = Ticks.upTo(most(all(items)).map(r -> r.number(SHARE)).orElse(.05), 2).top();
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    double y = height - step;
    for (Map.Entry<String, List<Row>> one : items.entrySet()) {
      label(plot.frame(), one.getKey(), left, y, narrow);
      row(t, plot, one.getValue(), new Panel(left, y, pitch * one.getValue().size(), HIGH, top));
      y -= step;
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("gaps.alt", "instruments", items.size()) + " " + t.say("chart.alt.table"));
  }

  private static void label(Frame frame, String words, int left, double y, boolean narrow) {
    if (narrow) {
      String line = Wrap.lines(words, 300, 12, 1).get(0);
      frame.text(line, left, y + HIGH, 0, -6, Anchor.START, Style.LABEL);
      return;
    }
    List<String> lines = Wrap.lines(words, (LABELS - 16) * .88, 12, 2);
    for (int i = 0; i < lines.size(); i++) {
      double dy = -4 - (lines.size() - 1) * 6.5 + i * 13;
      frame.text(lines.get(i), left, y, -10, dy, Anchor.END, Style.LABEL);
    }
  }

  private static void row(Tongue t, Plot plot, List<Row> rows, Panel panel) {
    double pitch = panel.width() / rows.size();
    double gap = Math.min(2, pitch / 4);
    List<double[]> bars = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double x = panel.left() + i * pitch;
      if (rows.get(i).shows(SHARE)) {
        bars.add(
            new double[] {x, panel.bottom(), x + pitch - gap, panel.y(rows.get(i).number(SHARE))});
      } else {
        plot.frame().hatch(x, panel.bottom() + 8, x + pitch - gap, panel.bottom());
      }
    }
    double right = panel.left() + panel.width();
    plot.rectangles(Ink.Q4, bars);
    plot.lines(
        Ink.GRID, 1, List.of(new double[] {panel.left(), panel.bottom(), right, panel.bottom()}));
    String most = most(rows).map(r -> t.percent(r.cell(SHARE))).orElse("[c]");
    plot.frame().text(most, right, panel.bottom(), 5, -6, Anchor.START, Style.NOTE);
  }

  private static DataTable table(Tongue t, Map<String, List<Row>> items) {
    DataTable.Builder table =
        new DataTable.Builder("missing-table", t.say("gaps.table"))
            .words(t.say("instruments.instrument"), t.say("gaps.items"));
    items.forEach(
        (name, rows) -> {
          List<String> cells = new ArrayList<>();
          rows.forEach(r -> cells.add(r.text("item") + ":\u00a0" + t.percent(r.cell(SHARE))));
          table.row(name, String.join(" · ", cells));
        });
    return table.build();
  }
}
