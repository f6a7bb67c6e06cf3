package org.caretally.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** Which groups differ from the rest, and the comparisons that were planned. */
final class Compared {
  private static final int LINES = 8;
  private static final String REST = "rest";
  private static final String AGAINST = "against";
  private static final String RANKS = "rank_difference";
  private static final String MINUS = "−";

  private Compared() {}

  static List<PageItem> items(ReportInput input, String wave) {
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
      items.add(new Heading("Planned comparisons"));
      items.add(new TableItem(table("planned", "Planned comparisons", planned), "", true));
    }
    List<Row> ranks =
        Grid.of(input.statistics().differences())
            .where("wave", wave)
            .where("statistic", RANKS)
            .rows();
    if (!ranks.isEmpty()) {
      items.add(new TableItem(ranks(ranks), "", false));
    }
    if (!rest.isEmpty()) {
      items.add(new Heading("Groups compared with the rest"));
      items.add(
          new Prose(
              "Each group is compared with all other groups of its breakdown taken together."
                  + " Higher or lower: the difference is clearer than chance would make it, with all"
                  + " comparisons of the breakdown counted. It does not say why."));
      items.addAll(clear(rest));
      items.addAll(RestTable.items(rest));
    }
    items.addAll(Trends.items(input.statistics().tests(), wave));
    return items;
  }

  private static List<PageItem> clear(List<Row> rows) {
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
        lines.add(
            group(row)
                + ": "
                + measure(row)
                + " is "
                + row.text("result")
                + " than in the rest, by "
                + size(row)
                + " (95% interval "
                + span(row)
                + ").");
      }
    }
    if (clear.size() > LINES) {
      lines.add("And " + (clear.size() - LINES) + " more, in the table below.");
    }
    return lines.isEmpty()
        ? List.of(new Prose("No group clearly differs from the rest."))
        : List.of(new Bullets(lines));
  }

  static boolean differs(Row row) {
    return row.text("result").equals("higher") || row.text("result").equals("lower");
  }

  static boolean share(Row row) {
    return row.text("statistic").startsWith("prevalence");
  }

  static String value(Row row) {
    return share(row)
        ? Numbers.points(row.cell("estimate")) + " points"
        : Numbers.number(row.cell("estimate"));
  }

  /** The words say already whether it is more or less. */
  static String size(Row row) {
    String value = value(row);
    return value.startsWith(MINUS) ? value.substring(MINUS.length()) : value;
  }

  static String span(Row row) {
    return share(row) ? Numbers.interval(row) : Numbers.span(row);
  }

  private static String group(Row row) {
    return row.text("domain_label") + ", " + row.text("level_label");
  }

  static String measure(Row row) {
    return Composer.join(": ", row.text("construct_label"), row.text("measure_label"));
  }

  /** Ranks have a unit of their own, and are given for planned comparisons only. */
  private static DataTable ranks(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(
                "ranks", "Planned comparisons by rank: the chance to lie higher, less one half")
            .words("Measure", "Group", "Compared with")
            .numbers("Chance less 0.5", "95% interval", "p");
    for (Row row : rows) {
      table.row(
          measure(row),
          group(row),
          row.text("against_label"),
          Numbers.number(row.cell("estimate")),
          Numbers.span(row),
          Numbers.number(row.cell("p_value")));
    }
    return table.build();
  }

  private static DataTable table(String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words("Measure", "Group", "Compared with", "Result")
            .numbers("Difference", "95% interval", "p, adjusted");
    for (Row row : rows) {
      table.row(
          measure(row),
          group(row),
          row.text("against_label"),
          Numbers.plain(row.cell("result")),
          row.shows("estimate") ? value(row) : Numbers.plain(row.cell("estimate")),
          span(row),
          Numbers.number(row.cell("p_adjusted")));
    }
    return table.build();
  }
}
