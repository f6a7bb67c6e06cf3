package org.caretally.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** Which groups differ from the rest, planned comparisons, tests of all groups, and trends. */
final class Compared {
  private static final int LINES = 8;
  private static final String REST = "rest";
  private static final String AGAINST = "against";
  private static final String RANKS = "rank_difference";
  private static final String MINUS = "−";

  private Compared() {}

  static List<PageItem> items(ReportInput input, String wave) {
    Tongue t = input.tongue();
    List<Row> rows =
        Grid.of(input.statistics().differences()).where("wave", wave).rows().stream()
            .filter(r -> r.text("statistic").endsWith("_difference"))
            .filter(r -> !r.text("statistic").equals(RANKS))
            .filter(r -> r.text("headline").equals("yes"))
            .toList();
    List<Row> rest = rows.stream().filter(r -> r.text(AGAINST).equals(REST)).toList();
    List<Row> planned = rows.stream().filter(r -> !r.text(AGAINST).equals(REST)).toList();
    List<PageItem> items = new ArrayList<>();
    if (!planned.isEmpty()) {
      items.add(new Heading(t.say("groups.planned")));
      items.add(new TableItem(table(t, "planned", t.say("groups.planned"), planned), "", true));
    }
    List<Row> ranks =
        Grid.of(input.statistics().differences())
            .where("wave", wave)
            .where("statistic", RANKS)
            .rows();
    if (!ranks.isEmpty()) {
      items.add(new TableItem(ranks(t, ranks), "", false));
    }
    if (!rest.isEmpty()) {
      items.add(new Heading(t.say("groups.rest")));
      items.add(new Prose(t.say("groups.rest.how")));
      items.addAll(clear(t, rest));
      items.addAll(RestTable.items(t, rest));
    }
    items.addAll(AllGroups.items(t, input.statistics().tests(), wave));
    items.addAll(Trends.items(t, input.statistics().tests(), wave));
    return items;
  }

  private static List<PageItem> clear(Tongue t, List<Row> rows) {
    List<Row> clear =
        rows.stream()
            .filter(r -> differs(r) && r.shows("estimate"))
            .sorted(
                Comparator.comparing(Compared::share)
                    .reversed()
                    .thenComparingDouble(r -> -Math.abs(r.number("estimate"))))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Row row : clear) {
      if (lines.size() < LINES) {
        boolean higher = row.text("result").equals("higher");
        lines.add(
            t.say(
                higher ? "groups.rest.higher" : "groups.rest.lower",
                "group",
                group(row),
                "measure",
                measure(row),
                "size",
                size(t, row),
                "interval",
                span(t, row)));
      }
    }
    if (clear.size() > LINES) {
      lines.add(t.say("groups.more", "count", clear.size() - LINES));
    }
    return lines.isEmpty()
        ? List.of(new Prose(t.say("groups.rest.none")))
        : List.of(new Bullets(lines));
  }

  static boolean differs(Row row) {
    return row.text("result").equals("higher") || row.text("result").equals("lower");
  }

  static boolean share(Row row) {
    return row.text("statistic").startsWith("prevalence");
  }

  static String value(Tongue t, Row row) {
    return share(row)
        ? t.say("groups.points", "points", t.points(row.cell("estimate")))
        : t.number(row.cell("estimate"));
  }

  /** The words say already whether it is more or less. */
  static String size(Tongue t, Row row) {
    String value = value(t, row);
    return value.startsWith(MINUS) ? value.substring(MINUS.length()) : value;
  }

  static String span(Tongue t, Row row) {
    return share(row) ? t.interval(row) : t.span(row);
  }

  private static String group(Row row) {
    return row.text("domain_label") + ", " + row.text("level_label");
  }

  static String measure(Row row) {
    return Composer.join(": ", row.text("construct_label"), row.text("measure_label"));
  }

  /** Ranks have a unit of their own, and are given for planned comparisons only. */
  private static DataTable ranks(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("ranks", t.say("groups.ranks"))
            .words(t.say("common.measure"), t.say("common.group"), t.say("groups.against"))
            .numbers(t.say("groups.chance"), t.say("common.interval"), t.say("results.p"));
    for (Row row : rows) {
      table.row(
          measure(row),
          group(row),
          row.text("against_label"),
          t.number(row.cell("estimate")),
          t.span(row),
          t.number(row.cell("p_value")));
    }
    return table.build();
  }

  private static DataTable table(Tongue t, String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(t.say("common.measure"), t.say("common.group"))
            .words(t.say("groups.against"), t.say("groups.result"))
            .numbers(
                t.say("common.difference"), t.say("common.interval"), t.say("common.p.adjusted"));
    for (Row row : rows) {
      table.row(
          measure(row),
          group(row),
          row.text("against_label"),
          t.name("result", Tongue.plain(row.cell("result"))),
          row.shows("estimate") ? value(t, row) : Tongue.plain(row.cell("estimate")),
          span(t, row),
          t.number(row.cell("p_adjusted")));
    }
    return table.build();
  }
}
