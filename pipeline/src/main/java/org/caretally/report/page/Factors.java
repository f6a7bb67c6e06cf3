package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** Conditions of work and protective factors, and the mean scores of the challenges. */
final class Factors {
  private Factors() {}

  static Optional<Section> section(ReportInput input, Material material) {
    List<PageItem> items = new ArrayList<>();
    Results results = material.results();
    add(items, "factors", "Protective factors", results.of("protective"), true);
    add(items, "context", "Conditions of work and further numbers", results.of("context"), true);
    add(items, "challenge-means", "Mean scores of the challenges", results.challengeMeans(), false);
    add(items, "further", "Further scales and cut-offs", results.of("further"), false);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    items.add(
        0,
        new Prose(
            "Means stand on the scale of each instrument and cannot be compared from one"
                + " instrument to another."));
    return Optional.of(
        new Section(
            "conditions", "Conditions of work and protective factors", Composer.MANAGERS, items));
  }

  private static void add(
      List<PageItem> items, String id, String caption, Grid rows, boolean open) {
    if (!rows.isEmpty()) {
      items.add(new TableItem(table(id, caption, rows), "", open));
    }
  }

  private static DataTable table(String id, String caption, Grid rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words("Measure", "Result")
            .numbers("Value", "95% interval", "n")
            .words("A higher value is");
    for (Row row : rows.rows()) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          measure(row),
          share ? "share, " + Numbers.plain(row.cell("cutoff_label")) : row.text("statistic"),
          share ? Numbers.percent(row.cell("estimate")) : Numbers.number(row.cell("estimate")),
          share ? Numbers.interval(row) : Numbers.span(row),
          Numbers.count(row.cell("n")),
          Numbers.plain(row.cell("direction")));
    }
    return table.build();
  }

  private static String measure(Row row) {
    return Composer.join(": ", row.text("construct_label"), row.text("measure_label"));
  }
}
