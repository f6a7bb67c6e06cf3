package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** Heat map: the share of every challenge in every group, with the number in each cell. */
final class GroupMapFigure implements Figure {
  private static final int LABELS = 176;
  private static final int HEAD = 122;
  private static final int CELL = 28;
  private static final int CELL_WIDTH = 44;
  private static final int DOMAIN = 26;
  private static final int ANGLE = 40;
  private static final int HEADWORDS = 150;
  private static final int PAGE = 846;
  private static final int SHEET = 32;

  @Override
  public String id() {
    return "groups";
  }

  @Override
  public Place place() {
    return Place.GROUPS;
  }

  @Override
  public List<Drawing> draw(Material material) {
    Grid groups = material.results().groups();
    if (groups.isEmpty()) {
      return List.of();
    }
    List<String> constructs = new ArrayList<>();
    for (Row row : material.results().challenges(material.results().latest()).rows()) {
      constructs.add(row.text("measure"));
    }
    for (String construct : groups.values("measure")) {
      if (!constructs.contains(construct)) {
        constructs.add(construct);
      }
    }
    GroupMap map = GroupMap.of(Apart.named(groups.rows()), constructs);
    Tongue t = material.tongue();
    String title = title(t, map);
    return List.of(
        new Drawing(
            id(),
            title,
            t.say("chart.map.subtitle"),
            List.of(Say.base(t, groups.rows()), t.say("chart.map.marks"), t.say("chart.map.note")),
            pictures(t, map, title, marks(material)),
            table(t, map)));
  }

  /** Names the widest gap between two groups of one breakdown whose intervals do not meet. */
  static String title(Tongue t, GroupMap map) {
    Gap widest = null;
    int shown = 0;
    for (GroupMap.Domain domain : map.domains()) {
      for (String construct : map.constructs().keySet()) {
        Gap gap = Gap.widest(domain.rows(construct));
        shown += (int) domain.rows(construct).stream().filter(Say::bounded).count();
        if (gap != null && (widest == null || gap.size() > widest.size())) {
          widest = gap;
        }
      }
    }
    if (widest == null) {
      return t.say(shown == 0 ? "chart.map.none" : "chart.map.same");
    }
    return t.say(
        "chart.map.gap",
        "label",
        Say.brief(widest.high().text("construct_label")),
        "breakdown",
        t.inside(Say.brief(widest.high().text("domain_label"))),
        "low",
        t.percent(widest.low().cell("estimate")),
        "high",
        t.percent(widest.high().cell("estimate")));
  }

  /** Returns a mark for each group that clearly differs from the rest of its breakdown. */
  private static Map<List<String>, String> marks(Material material) {
    Map<List<String>, String> marks = new HashMap<>();
    Grid rest =
        Grid.of(material.differences())
            .where("wave", material.results().latest())
            .where("against", "rest")
            .where("statistic", "prevalence_difference");
    for (Row row : rest.rows()) {
      String result = row.text("result");
      if (result.equals("higher") || result.equals("lower")) {
        marks.put(key(row), result.equals("higher") ? "▲" : "▼");
      }
    }
    return marks;
  }

  private static List<String> key(Row row) {
    return List.of(row.text("domain"), row.text("level"), row.text("measure"));
  }

  private List<Svg> pictures(
      Tongue t, GroupMap map, String title, Map<List<String>, String> marks) {
    List<Svg> pictures = new ArrayList<>();
    for (GroupMap sheet : map.sheets(SHEET)) {
      String id = pictures.isEmpty() ? id() : id() + "-" + (pictures.size() + 1);
      pictures.add(picture(t, id, sheet, title, marks));
    }
    return pictures;
  }

  private static Svg picture(
      Tongue t, String id, GroupMap map, String title, Map<List<String>, String> marks) {
    int columns = map.constructs().size();
    int overhang = overhang(map);
    int cell = (PAGE - LABELS - overhang) / Math.max(1, columns);
    cell = Math.max(CELL_WIDTH, Math.min(cell, 64));
    int width = LABELS + Math.max(columns * cell + overhang, (int) Math.ceil(MapKey.width(t)));
    int height = HEAD + 44;
    for (GroupMap.Domain domain : map.domains()) {
      height += DOMAIN + domain.levels().size() * CELL;
    }
    Plot plot = new Plot(width, height, Scale.pixels(width), Scale.pixels(height));
    int column = 0;
    for (String label : map.constructs().values()) {
      double x = LABELS + column * cell + cell / 2.0;
      List<String> lines = Wrap.balanced(label, HEADWORDS, 12, 2);
      for (int i = 0; i < lines.size(); i++) {
        plot.frame()
            .climbing(
                lines.get(i), x, height - HEAD + 6, ANGLE, 4 + (i - (lines.size() - 1) / 2.0) * 13);
      }
      column++;
    }
    Map<Ink, List<double[]>> cells = new LinkedHashMap<>();
    double y = height - HEAD;
    for (GroupMap.Domain domain : map.domains()) {
      String name = Wrap.lines(domain.label(), width * .8, Style.BOLD_SIZE, 1).get(0);
      plot.frame().text(name, 0, y, 4, 19, Anchor.START, Style.BOLD);
      y -= DOMAIN;
      for (GroupMap.Level level : domain.levels()) {
        row(t, plot, map, level, y, cell, cells, marks);
        y -= CELL;
      }
    }
    cells.forEach(plot::rectangles);
    MapKey.draw(t, plot, LABELS);
    return plot.svg(id, "matrix", title, Say.range(t, "chart.alt.map", "level_label", map.rows()));
  }

  /** Returns the room that the words over the last columns need beyond them. */
  private static int overhang(GroupMap map) {
    double most = 0;
    int after = map.constructs().size();
    for (String label : map.constructs().values()) {
      after--;
      for (String line : Wrap.balanced(label, HEADWORDS, 12, 2)) {
        double reach = Fonts.width(line, 12) * 1.15 * Math.cos(Math.toRadians(ANGLE));
        most = Math.max(most, reach - after * CELL_WIDTH);
      }
    }
    return (int) Math.ceil(most) - 10;
  }

  private static void row(
      Tongue t,
      Plot plot,
      GroupMap map,
      GroupMap.Level level,
      double y,
      int cell,
      Map<Ink, List<double[]>> cells,
      Map<List<String>, String> marks) {
    List<String> lines = Wrap.lines(level.label(), (LABELS - 14) * .88, 12, 2);
    for (int i = 0; i < lines.size(); i++) {
      double dy = CELL / 2.0 + 4 - (lines.size() - 1) * 6.2 + i * 12.4;
      plot.frame().text(lines.get(i), LABELS, y, -8, dy, Anchor.END, Style.LABEL);
    }
    int column = 0;
    for (String construct : map.constructs().keySet()) {
      double x = LABELS + column++ * cell;
      Row row = level.row(construct);
      if (row == null) {
        plot.frame().text(Tongue.NONE, x + cell / 2.0, y, 0, 18, Anchor.MIDDLE, Style.NOTE);
      } else if (row.shows("estimate")) {
        Ink ink = ink(row.number("estimate"));
        cells
            .computeIfAbsent(ink, k -> new ArrayList<>())
            .add(new double[] {x + 1, y - CELL + 1, x + cell - 1, y - 1});
        String words = t.points(row.cell("estimate")) + marks.getOrDefault(key(row), "");
        plot.frame()
            .text(words, x + cell / 2.0, y, -.5, 18, Anchor.MIDDLE, new Style("t", ink.words()));
      } else {
        plot.frame().hatch(x, y, x + cell, y - CELL);
        plot.frame()
            .text(row.text("estimate"), x + cell / 2.0, y, 0, 18, Anchor.MIDDLE, Style.LABEL);
      }
    }
  }

  /** Ten points a class, so that colours mean the same in every report. */
  static Ink ink(double share) {
    return Ink.sequential(Math.max(0, Math.min(5, (int) Math.floor(share * 10 + 1e-9))));
  }

  private DataTable table(Tongue t, GroupMap map) {
    DataTable.Builder table =
        new DataTable.Builder(id() + "-table", t.say("chart.map.table"))
            .words(t.say("common.group"), t.say("common.breakdown"));
    map.constructs().values().forEach(table::numbers);
    for (GroupMap.Domain domain : map.domains()) {
      for (GroupMap.Level level : domain.levels()) {
        List<String> cells = new ArrayList<>(List.of(level.label(), domain.label()));
        for (String construct : map.constructs().keySet()) {
          Row row = level.row(construct);
          cells.add(row == null ? Tongue.NONE : cell(t, row));
        }
        table.row(cells);
      }
    }
    return table.build();
  }

  private static String cell(Tongue t, Row row) {
    String value = t.points(row.cell("estimate"));
    return Say.bounded(row) ? value + " (" + t.interval(row) + ")" : value;
  }
}
