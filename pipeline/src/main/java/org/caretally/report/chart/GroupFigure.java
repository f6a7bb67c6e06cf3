package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/**
 * Dots and whiskers by group, a picture for each breakdown: the three challenges with the largest
 * shares, beside the share of everybody.
 */
final class GroupFigure implements Figure {
  private static final int PANELS = 3;
  private static final int LABELS = 160;
  private static final int HEAD = 50;
  private static final int FOOT = 26;

  @Override
  public String id() {
    return "by";
  }

  @Override
  public Place place() {
    return Place.GROUPS;
  }

  @Override
  public List<Drawing> draw(Material material) {
    List<Row> overall =
        Apart.named(material.results().challenges(material.results().latest()).rows()).stream()
            .filter(r -> r.shows("estimate"))
            .toList();
    Grid groups = material.results().groups();
    List<String> order = overall.stream().map(r -> r.text("measure")).toList();
    List<Drawing> drawings = new ArrayList<>();
    int number = 1;
    for (GroupMap.Domain domain : GroupMap.of(Apart.named(groups.rows()), order).domains()) {
      List<Row> chosen =
          overall.stream()
              .filter(r -> !domain.rows(r.text("measure")).isEmpty())
              .limit(PANELS)
              .toList();
      if (!chosen.isEmpty()) {
        drawings.add(drawing(material.tongue(), id() + "-" + number++, domain, chosen));
      }
    }
    return drawings;
  }

  private static Drawing drawing(Tongue t, String id, GroupMap.Domain domain, List<Row> overall) {
    String title = title(t, domain, overall);
    List<Row> drawn = new ArrayList<>();
    overall.forEach(r -> drawn.addAll(domain.rows(r.text("measure"))));
    String alt = Say.range(t, "chart.alt.dots", "level_label", drawn);
    return new Drawing(
        id,
        title,
        t.say("chart.group.subtitle", "breakdown", inside(t, domain.label())),
        List.of(Say.base(t, drawn), t.say("chart.group.note")),
        List.of(
            wide(t, id, domain, overall, title, alt), narrow(t, id, domain, overall, title, alt)),
        table(t, id, domain, overall));
  }

  private static String inside(Tongue t, String label) {
    return t.inside(Say.brief(label));
  }

  /**
   * Names the widest gap of the breakdown among the challenges drawn, if two intervals are apart.
   */
  static String title(Tongue t, GroupMap.Domain domain, List<Row> overall) {
    Gap widest = null;
    for (Row row : overall) {
      Gap gap = Gap.widest(domain.rows(row.text("measure")));
      if (gap != null && (widest == null || gap.size() > widest.size())) {
        widest = gap;
      }
    }
    if (widest == null) {
      return t.say("chart.group.none", "breakdown", inside(t, domain.label()));
    }
    return t.say(
        "chart.group.gap",
        "breakdown",
        inside(t, domain.label()),
        "label",
        Say.brief(widest.high().text("construct_label")),
        "low",
        t.percent(widest.low().cell("estimate")),
        "lowest",
        Say.brief(widest.low().text("level_label")),
        "high",
        t.percent(widest.high().cell("estimate")),
        "highest",
        Say.brief(widest.high().text("level_label")));
  }

  private static Ticks ticks(GroupMap.Domain domain, List<Row> overall) {
    double largest = 0;
    for (Row everybody : overall) {
      largest = Math.max(largest, everybody.number("estimate"));
      for (Row row : domain.rows(everybody.text("measure"))) {
        largest = Math.max(largest, row.shows("ci_high") ? row.number("ci_high") : 0);
      }
    }
    return Ticks.upTo(largest, 4);
  }

  private static Svg wide(
      Tongue t, String id, GroupMap.Domain domain, List<Row> overall, String title, String alt) {
    int step = 30;
    int height = HEAD + FOOT + domain.levels().size() * step;
    int column = (760 - LABELS) / overall.size();
    Ticks ticks = ticks(domain, overall);
    Plot plot = new Plot(760, height, Scale.pixels(760), Scale.pixels(height));
    for (int i = 0; i < overall.size(); i++) {
      Panel panel =
          new Panel(LABELS + i * column + 10, FOOT, column - 58, height - FOOT - HEAD, ticks.top());
      panel(t, plot, panel, ticks, domain, overall.get(i), column - 20);
    }
    labels(plot.frame(), domain, height - HEAD, step, LABELS);
    return plot.svg(id, Format.WIDE.className(), title, alt);
  }

  private static Svg narrow(
      Tongue t, String id, GroupMap.Domain domain, List<Row> overall, String title, String alt) {
    int step = 30;
    int block = HEAD + FOOT + domain.levels().size() * step + 10;
    int height = block * overall.size();
    int labels = 132;
    Ticks ticks = ticks(domain, overall);
    Plot plot = new Plot(372, height, Scale.pixels(372), Scale.pixels(height));
    for (int i = 0; i < overall.size(); i++) {
      double bottom = height - (i + 1) * block + FOOT + 10;
      Panel panel =
          new Panel(labels + 6, bottom, 372 - labels - 54, block - FOOT - HEAD - 10, ticks.top());
      panel(t, plot, panel, ticks, domain, overall.get(i), 372 - labels - 10);
      labels(plot.frame(), domain, height - i * block - HEAD, step, labels);
    }
    return plot.svg(id + Format.NARROW.suffix(), Format.NARROW.className(), title, alt);
  }

  private static void labels(Frame frame, GroupMap.Domain domain, double top, int step, int width) {
    double y = top;
    for (GroupMap.Level level : domain.levels()) {
      List<String> lines = Wrap.lines(level.label(), (width - 8) * .88, 12, 2);
      for (int i = 0; i < lines.size(); i++) {
        double dy = step / 2.0 + 4 - (lines.size() - 1) * 6.5 + i * 13;
        frame.text(lines.get(i), width, y, -4, dy, Anchor.END, Style.LABEL);
      }
      y -= step;
    }
  }

  private static void panel(
      Tongue t,
      Plot plot,
      Panel panel,
      Ticks ticks,
      GroupMap.Domain domain,
      Row everybody,
      int room) {
    double top = panel.bottom() + panel.height();
    List<String> head =
        Wrap.balanced(everybody.text("construct_label"), room * .85, Style.BOLD_SIZE, 2);
    for (int i = 0; i < head.size(); i++) {
      double dy = -28 + (i - head.size() + 1) * 14 + 4;
      plot.frame().text(head.get(i), panel.left(), top, 0, dy, Anchor.START, Style.BOLD);
    }
    String share = t.percent(everybody.cell("estimate"));
    String all = t.say("chart.group.everybody", "share", share);
    plot.frame().text(all, panel.left(), top, 0, -9, Anchor.START, new Style("s", Ink.WARM));
    List<double[]> grid = new ArrayList<>();
    for (double tick : ticks.values()) {
      double x = panel.x(tick);
      grid.add(new double[] {x, panel.bottom(), x, top});
      plot.frame().text(Ticks.label(t, tick), x, panel.bottom(), 0, 16, Anchor.MIDDLE, Style.NOTE);
    }
    plot.lines(Ink.GRID, 1, grid);
    double overall = panel.x(everybody.number("estimate"));
    plot.dashes(Ink.WARM, overall, panel.bottom(), overall, top);
    marks(t, plot, panel, domain, everybody.text("measure"));
  }

  private static void marks(
      Tongue t, Plot plot, Panel panel, GroupMap.Domain domain, String construct) {
    List<double[]> whiskers = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    double step = panel.height() / domain.levels().size();
    double y = panel.bottom() + panel.height() - step / 2;
    for (GroupMap.Level level : domain.levels()) {
      Row row = level.row(construct);
      if (row != null && Say.bounded(row)) {
        double low = panel.x(row.number("ci_low"));
        whiskers.add(new double[] {low, y, panel.x(row.number("ci_high")), y});
      }
      if (row != null && row.shows("estimate")) {
        dots.add(new double[] {panel.x(row.number("estimate")), y});
      } else {
        plot.frame().hatch(panel.left(), y + 8, panel.left() + panel.width(), y - 8);
      }
      String value = row == null ? Tongue.NONE : t.points(row.cell("estimate"));
      double end = panel.left() + panel.width();
      plot.frame().text(value, end, y, 36, 4, Anchor.END, Style.NUMBER);
      y -= step;
    }
    plot.lines(Ink.MAIN, 2.5f, whiskers);
    plot.dots(
        Ink.MAIN,
        dots.stream().mapToDouble(d -> d[0]).toArray(),
        dots.stream().mapToDouble(d -> d[1]).toArray());
  }

  private static DataTable table(Tongue t, String id, GroupMap.Domain domain, List<Row> overall) {
    DataTable.Builder table =
        new DataTable.Builder(
                id + "-table", t.say("chart.group.table", "breakdown", inside(t, domain.label())))
            .words(t.say("common.group"));
    overall.forEach(r -> table.numbers(r.text("construct_label"), t.say("common.n")));
    for (GroupMap.Level level : domain.levels()) {
      List<String> cells = new ArrayList<>(List.of(level.label()));
      overall.forEach(r -> cells.addAll(cells(t, level.row(r.text("measure")))));
      table.row(cells);
    }
    List<String> everybody = new ArrayList<>(List.of(t.say("common.everybody")));
    overall.forEach(r -> everybody.addAll(cells(t, r)));
    return table.row(everybody).build();
  }

  private static List<String> cells(Tongue t, Row row) {
    if (row == null) {
      return List.of(Tongue.NONE, Tongue.NONE);
    }
    String value = t.points(row.cell("estimate"));
    return List.of(
        Say.bounded(row) ? value + " (" + t.interval(row) + ")" : value, t.count(row.cell("n")));
  }
}
