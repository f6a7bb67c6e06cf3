package org.caretally.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** What changed between waves, in words and in a table, and what cannot be compared. */
final class Changed {
  private static final int LINES = 8;
  private static final String RESULT = "result";
  private static final String FAMILY = "family";

  private Changed() {}

  static List<PageItem> items(ReportInput input, Material material) {
    Results results = material.results();
    Tongue t = material.tongue();
    List<Row> rows =
        results.changes().rows().stream().filter(r -> r.text("headline").equals("yes")).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(rule(t, rows.get(0))));
    items.addAll(families(t, results.changes().rows()));
    items.addAll(clear(t, rows, results.latest()));
    List<Row> everybody = rows.stream().filter(r -> r.text("domain").isBlank()).toList();
    items.add(
        new TableItem(table(t, "changes", t.say("changed.table"), everybody), "changes", false));
    List<Row> groups =
        rows.stream()
            .filter(r -> group(r) && step(r) && clear(r))
            .filter(r -> r.text("wave").equals(results.latest()))
            .toList();
    if (!groups.isEmpty()) {
      items.add(
          new TableItem(
              table(t, "changes-groups", t.say("changed.groups"), groups), "changes", false));
    }
    items.addAll(notComparable(t, input));
    return items;
  }

  private static boolean step(Row row) {
    return row.text("statistic").endsWith("_change");
  }

  private static String rule(Tongue t, Row row) {
    boolean same = row.text("samples").startsWith("the same");
    String samples = t.say(same ? "changed.samples.same" : "changed.samples.fresh");
    return t.say("changed.rule") + " " + samples;
  }

  /** Which changes were planned, and how tests were adjusted. */
  private static List<PageItem> families(Tongue t, List<Row> rows) {
    if (rows.stream().allMatch(r -> r.text(FAMILY).isBlank())) {
      return List.of();
    }
    List<Row> planned = rows.stream().filter(r -> r.text(FAMILY).startsWith("planned")).toList();
    if (planned.isEmpty()) {
      return List.of(new Prose(t.say("changed.planned.none")));
    }
    List<String> names = planned.stream().map(Compared::measure).distinct().toList();
    boolean all =
        rows.stream()
            .filter(r -> r.text("headline").equals("yes") && !group(r))
            .allMatch(r -> names.contains(Compared.measure(r)));
    return List.of(
        new Prose(
            all
                ? t.say("changed.planned.all", "count", names.size())
                : t.say("changed.planned", "names", t.list(names))));
  }

  /** Everybody's changes first, then trends, then as many groups as there is room for. */
  private static List<PageItem> clear(Tongue t, List<Row> rows, String latest) {
    List<Row> clear =
        rows.stream()
            .filter(r -> clear(r) && r.text("wave").equals(latest))
            .sorted(Comparator.comparing(r -> (group(r) ? 2 : 0) + (step(r) ? 0 : 1)))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Row row : clear) {
      if (lines.size() < LINES || (!group(row) && step(row))) {
        lines.add(sentence(t, row));
      }
    }
    int more = clear.size() - lines.size();
    if (more > 0) {
      lines.add(t.say("changed.more", "count", more));
    }
    return lines.isEmpty()
        ? List.of(new Prose(t.say("changed.nothing")))
        : List.of(new Bullets(lines));
  }

  /** A bend alone says too little to stand in a sentence. */
  private static boolean clear(Row row) {
    return row.shows("estimate")
        && !row.text(RESULT).startsWith("no clear")
        && !row.text("statistic").contains("quadratic");
  }

  private static boolean group(Row row) {
    return !row.text("domain").isBlank();
  }

  /** Writes what a test found from published numbers. */
  static String sentence(Tongue t, Row row) {
    String measure = Compared.measure(row);
    String what = group(row) ? who(row) + ": " + measure : measure;
    boolean up = row.text(RESULT).equals("higher") || row.text(RESULT).equals("rises");
    String from = Say.brief(row.text("from"));
    String size = Compared.size(t, row);
    String span = Compared.span(t, row);
    String found =
        step(row)
            ? t.say(
                up ? "changed.sentence.higher" : "changed.sentence.lower",
                "what",
                what,
                "from",
                from,
                "size",
                size,
                "interval",
                span)
            : t.say(
                up ? "changed.sentence.rises" : "changed.sentence.falls",
                "what",
                what,
                "from",
                from,
                "to",
                Say.brief(row.text("wave")),
                "size",
                size,
                "unit",
                t.name("changed.unit", row.text("unit")),
                "interval",
                span);
    return switch (row.text("meaning")) {
      case "worse" -> t.say("changed.sentence.worse", "found", found);
      case "better" -> t.say("changed.sentence.better", "found", found);
      default -> found + ".";
    };
  }

  private static String who(Row row) {
    return row.text("domain_label") + ", " + row.text("level_label");
  }

  private static DataTable table(Tongue t, String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(t.say("common.measure"), t.say("common.group"), t.say("results.what"))
            .words(t.say("groups.result"), t.say("changed.meaning"))
            .numbers(t.say("changed.size"), t.say("common.interval"), t.say("common.p.adjusted"));
    for (Row row : rows) {
      table.row(
          Compared.measure(row),
          group(row) ? who(row) : t.say("results.everybody"),
          what(t, row),
          row.text("status").equals("not_comparable")
              ? t.say("changed.incomparable", "reason", row.text("reason"))
              : t.name("result", Tongue.plain(row.cell(RESULT))),
          t.name("direction", Tongue.plain(row.cell("meaning"))),
          row.shows("estimate") ? Compared.value(t, row) : Tongue.plain(row.cell("estimate")),
          Compared.span(t, row),
          t.number(row.cell("p_adjusted")));
    }
    return table.build();
  }

  private static String what(Tongue t, Row row) {
    String from = Say.brief(row.text("from"));
    String to = Say.brief(row.text("wave"));
    if (step(row)) {
      return t.say("common.range", "low", from, "high", to);
    }
    boolean linear = row.text("statistic").contains("_linear");
    return t.say(linear ? "changed.trend" : "changed.bend", "from", from, "to", to);
  }

  private static List<PageItem> notComparable(Tongue t, ReportInput input) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Row row : Grid.of(input.years().comparability()).rows()) {
      if (!row.text("reason").isBlank()) {
        reasons.putIfAbsent(
            row.text("what")
                + ", "
                + t.say("common.range", "low", row.text("from"), "high", row.text("wave")),
            row.text("reason"));
      }
    }
    if (reasons.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    reasons.forEach((what, why) -> lines.add(what + ": " + why + "."));
    return List.of(new Heading(t.say("changed.not")), new Bullets(lines));
  }
}
