package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** All challenges at a glance, and what was measured. */
final class Glance {
  private Glance() {}

  /** Returns the figure of all challenges and the list of what was measured. */
  static Section section(ReportInput input, Numbering figures) {
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.GLANCE));
    if (!input.coverage().rows().isEmpty()) {
      items.add(new Heading("What was measured, and what was not"));
      items.add(new TableItem(coverage(input), "coverage", true));
    }
    return new Section("at-a-glance", "All challenges at a glance", Composer.EVERYBODY, items);
  }

  private static DataTable coverage(ReportInput input) {
    Map<String, List<Row>> constructs = new LinkedHashMap<>();
    for (Row row : input.coverage().rows()) {
      constructs.computeIfAbsent(row.text("construct"), k -> new ArrayList<>()).add(row);
    }
    DataTable.Builder table =
        new DataTable.Builder("coverage", "Challenges and factors, and how they were measured")
            .words("Topic", "Kind", "Measured by")
            .numbers("n")
            .words("Bands", "Source");
    for (List<Row> rows : constructs.values()) {
      boolean first = true;
      for (Row row : rows) {
        String by = row.text("measured_by");
        table.row(
            first || rows.size() > 1 ? row.text("label") : "",
            kind(row.text("kind")),
            by.isBlank() ? "not measured this year" : by,
            Numbers.count(row.cell("n")),
            by.isBlank() ? "" : row.text("bands").isBlank() ? "none published" : row.text("bands"),
            row.text("source"));
        first = false;
      }
    }
    return table.build();
  }

  /** Returns the kind of a topic in words. */
  static String kind(String kind) {
    return switch (kind) {
      case "challenge" -> "challenge";
      case "protective" -> "protective factor";
      case "context" -> "condition of work";
      default -> Numbers.plain(new org.caretally.disclosure.Words(kind));
    };
  }
}
