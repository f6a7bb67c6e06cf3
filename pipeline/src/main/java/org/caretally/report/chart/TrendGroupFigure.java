package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/**
 * Each challenge over the waves in the groups of the study's first breakdown: a picture for each
 * challenge, a small panel for each group, one scale.
 */
final class TrendGroupFigure implements Figure {
  private static final int FEWEST = 3;
  private static final int MOST = 5;
  private static final int BLOCK = 170;
  private static final int HEAD = 52;
  private static final int FOOT = 26;

  @Override
  public String id() {
    return "trend-by";
  }

  @Override
  public Place place() {
    return Place.CHANGE_GROUPS;
  }

  /** A group over the waves, and the change to the newest. */
  private record Group(TrendPanel.Series series, Optional<Row> step) {}

  @Override
  public List<Drawing> draw(Material material) {
    Results results = material.results();
    Grid groups = results.groups();
    List<Drawing> drawings = new ArrayList<>();
    if (results.waves().size() < 2 || groups.isEmpty()) {
      return drawings;
    }
    Grid leading = groups.where("domain", groups.rows().get(0).text("domain"));
    Set<String> ids = new HashSet<>();
    for (Row row : Apart.named(results.challenges(results.latest()).rows())) {
      Map<String, Group> found = new LinkedHashMap<>();
      leading
          .where("measure", row.text("measure"))
          .sorted("level_order", false)
          .rows()
          .forEach(r -> found.put(r.text("level"), group(results, r)));
      List<Group> all = List.copyOf(found.values());
      if (all.size() > 1 && all.stream().filter(g -> compared(g.series())).count() > 1) {
        String breakdown = leading.rows().get(0).text("domain_label");
        String id = id() + "-" + row.text("construct").replace('_', '-');
        String own = ids.add(id) ? id : id + "-" + ids.size();
        drawings.add(drawing(material.tongue(), own, row, breakdown, all, results.waves()));
      }
    }
    return drawings;
  }

  private static Group group(Results results, Row row) {
    TrendPanel.Series series =
        TrendPanel.Series.of(row.text("level_label"), results.history(row), results.changes());
    return new Group(series, results.changes().step(row));
  }

  /** Whether results of two waves or more are drawn. */
  private static boolean compared(TrendPanel.Series series) {
    return series.points().stream()
            .filter(p -> p.filter(r -> r.shows("estimate")).isPresent())
            .count()
        > 1;
  }

  private Drawing drawing(
      Tongue t,
      String id,
      Row everybody,
      String breakdown,
      List<Group> groups,
      List<String> waves) {
    String label = Say.brief(everybody.text("construct_label"));
    String before = Say.brief(waves.get(waves.size() - 2));
    String title = title(t, label, t.inside(Say.brief(breakdown)), before, groups);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, id, groups, waves, title, format));
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(g -> g.series().points().forEach(p -> p.ifPresent(rows::add)));
    return new Drawing(
        id,
        title,
        t.say("chart.trend.subtitle"),
        List.of(Say.base(t, rows), t.say("change.rule") + " " + t.say("chart.trend.gap")),
        pictures,
        table(t, id, label, breakdown, groups, waves));
  }

  private static String title(
      Tongue t, String label, String breakdown, String before, List<Group> groups) {
    List<Change> changes = groups.stream().map(g -> Change.of(g.step())).toList();
    long higher = changes.stream().filter(c -> c == Change.UP).count();
    long lower = changes.stream().filter(c -> c == Change.DOWN).count();
    long compared = changes.stream().filter(c -> c != Change.UNKNOWN).count();
    List<String> parts = new ArrayList<>();
    if (higher > 0) {
      parts.add(t.say("chart.trend.part.higher", "count", higher));
    }
    if (lower > 0) {
      parts.add(t.say("chart.trend.part.lower", "count", lower));
    }
    if (compared > higher + lower) {
      parts.add(t.say("chart.trend.part.same", "count", compared - higher - lower));
    }
    return compared == 0
        ? t.say("chart.trendby.none", "label", label, "breakdown", breakdown, "wave", before)
        : t.say(
            "chart.trendby.title",
            "label",
            label,
            "breakdown",
            breakdown,
            "wave",
            before,
            "compared",
            compared,
            "parts",
            t.list(parts));
  }

  private static Svg picture(
      Tongue t, String id, List<Group> groups, List<String> waves, String title, Format format) {
    int columns = format.narrow() ? 2 : columns(groups.size());
    int height = (groups.size() + columns - 1) / columns * BLOCK;
    int width = format.width() / columns;
    Ticks ticks = TrendPanel.ticks(groups.stream().map(Group::series).toList());
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    List<Row> latest = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      Panel panel = new Panel(left, bottom, width - 46, BLOCK - HEAD - FOOT, ticks.top());
      TrendPanel.draw(t, plot, panel, ticks, groups.get(i).series(), waves);
      groups.get(i).series().points().get(waves.size() - 1).ifPresent(latest::add);
    }
    return plot.svg(
        id + format.suffix(),
        format.className(),
        title,
        Say.range(t, "chart.alt.lines", "level_label", latest));
  }

  /** Three to five side by side, and as few as fill no more lines. */
  private static int columns(int panels) {
    int lines = (panels + MOST - 1) / MOST;
    return Math.max(FEWEST, (panels + lines - 1) / lines);
  }

  private static DataTable table(
      Tongue t, String id, String label, String breakdown, List<Group> groups, List<String> waves) {
    DataTable.Builder table =
        new DataTable.Builder(id + "-table", t.say("chart.trendby.table", "label", label))
            .words(Say.brief(breakdown));
    waves.forEach(w -> table.numbers(Say.brief(w)));
    String before = Say.brief(waves.get(waves.size() - 2));
    table.words(t.say("chart.trend.compared", "wave", before));
    table.numbers(t.say("chart.trend.change"));
    for (Group group : groups) {
      List<String> cells = new ArrayList<>(List.of(group.series().label()));
      for (Optional<Row> point : group.series().points()) {
        cells.add(point.map(p -> TrendFigure.cell(t, p)).orElse(Tongue.NONE));
      }
      cells.add(Change.of(group.step()).words(t));
      cells.add(group.step().map(s -> TrendFigure.cell(t, s)).orElse(Tongue.NONE));
      table.row(cells);
    }
    return table.build();
  }
}
