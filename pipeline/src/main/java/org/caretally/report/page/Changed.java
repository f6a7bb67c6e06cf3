package org.caretally.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Changes;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** What changed between waves, in words and in a table, and what cannot be compared. */
final class Changed {
  private static final int LINES = 8;
  private static final String RESULT = "result";

  private Changed() {}

  static List<PageItem> items(ReportInput input, Material material) {
    Results results = material.results();
    List<Row> rows =
        results.changes().rows().stream().filter(r -> r.text("headline").equals("yes")).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(rule(rows.get(0))));
    items.addAll(clear(rows, results.latest()));
    List<Row> everybody = rows.stream().filter(r -> r.text("domain").isBlank()).toList();
    items.add(new TableItem(table("changes", "Changes, everybody", everybody), "changes", false));
    List<Row> groups =
        rows.stream()
            .filter(r -> group(r) && step(r) && clear(r))
            .filter(r -> r.text("wave").equals(results.latest()))
            .toList();
    if (!groups.isEmpty()) {
      items.add(
          new TableItem(
              table("changes-groups", "Groups that clearly changed from the wave before", groups),
              "changes",
              false));
    }
    items.addAll(notComparable(input));
    return items;
  }

  private static boolean step(Row row) {
    return row.text("statistic").endsWith("_change");
  }

  private static String rule(Row row) {
    String samples =
        row.text("samples").startsWith("the same")
            ? "The same units answered again, which is allowed for."
            : "Each wave is a fresh sample.";
    return "Higher or lower: the change is clearer than chance would make it, with all comparisons"
        + " of its family counted. No clear change does not mean that nothing changed. "
        + samples;
  }

  /** Everybody's changes first, then trends, then as many groups as there is room for. */
  private static List<PageItem> clear(List<Row> rows, String latest) {
    List<Row> clear =
        rows.stream()
            .filter(r -> clear(r) && r.text("wave").equals(latest))
            .sorted(Comparator.comparing(r -> (group(r) ? 2 : 0) + (step(r) ? 0 : 1)))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Row row : clear) {
      if (lines.size() < LINES || (!group(row) && step(row))) {
        lines.add(sentence(row));
      }
    }
    int more = clear.size() - lines.size();
    if (more > 0) {
      lines.add("And " + more + " more, most of them in single groups: see the tables below.");
    }
    return lines.isEmpty()
        ? List.of(new Prose("Nothing clearly changed from the wave before."))
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
  static String sentence(Row row) {
    String who =
        row.text("domain").isBlank()
            ? ""
            : row.text("domain_label") + ", " + row.text("level_label") + ": ";
    String what = Compared.measure(row);
    String size = Compared.size(row) + (step(row) ? "" : " a " + row.text("unit"));
    String meaning = row.text("meaning").isBlank() ? "" : ", which is " + row.text("meaning");
    String how =
        step(row)
            ? " is " + row.text(RESULT) + " than in " + Say.brief(row.text("from"))
            : " " + row.text(RESULT) + " from " + Say.brief(row.text("from"));
    String to = step(row) ? "" : " to " + Say.brief(row.text("wave"));
    return who
        + what
        + how
        + to
        + ", by "
        + size
        + " (95% interval "
        + Compared.span(row)
        + ")"
        + meaning
        + ".";
  }

  private static DataTable table(String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words("Measure", "Group", "What", "Result", "Good or bad")
            .numbers("Size", "95% interval", "p, adjusted");
    for (Row row : rows) {
      table.row(
          Compared.measure(row),
          row.text("domain").isBlank()
              ? "everybody"
              : row.text("domain_label") + ", " + row.text("level_label"),
          what(row),
          row.text("status").equals("not_comparable")
              ? "not comparable: " + row.text("reason")
              : Numbers.plain(row.cell(RESULT)),
          Numbers.plain(row.cell("meaning")),
          row.shows("estimate") ? Compared.value(row) : Numbers.plain(row.cell("estimate")),
          Compared.span(row),
          Numbers.number(row.cell("p_adjusted")));
    }
    return table.build();
  }

  private static String what(Row row) {
    String span = Say.brief(row.text("from")) + " to " + Say.brief(row.text("wave"));
    if (step(row)) {
      return span;
    }
    return (row.text("statistic").contains("_linear") ? "trend, " : "bend, ") + span;
  }

  private static List<PageItem> notComparable(ReportInput input) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Row row : Grid.of(input.years().comparability()).rows()) {
      if (!row.text("reason").isBlank()) {
        reasons.putIfAbsent(
            row.text("what") + ", " + row.text("from") + " to " + row.text("wave"),
            row.text("reason"));
      }
    }
    if (reasons.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    reasons.forEach((what, why) -> lines.add(what + ": " + why + "."));
    return List.of(new Heading("What cannot be compared"), new Bullets(lines));
  }

  /** Returns what a test says of a result and the wave before. */
  static String word(Results results, Row result) {
    return Changes.word(results.changes().step(result));
  }
}
