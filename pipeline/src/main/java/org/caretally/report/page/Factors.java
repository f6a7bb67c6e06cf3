package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/** Conditions of work and protective factors, and the mean scores of the challenges. */
final class Factors {
  private Factors() {}

  static Optional<Section> section(ReportInput input, Material material) {
    List<PageItem> items = new ArrayList<>();
    Grid factors = material.results().factors();
    if (!factors.isEmpty()) {
      items.add(
          new TableItem(
              table("factors", "Conditions of work and protective factors", factors), "", true));
    }
    Grid means = material.results().challengeMeans();
    if (!means.isEmpty()) {
      items.add(
          new TableItem(
              table("challenge-means", "Mean scores of the challenges", means), "", false));
    }
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

  private static DataTable table(String id, String caption, Grid rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words("Topic", "Measure", "Result")
            .numbers("Value", "95% interval", "n")
            .words("A higher value is");
    for (Row row : rows.rows()) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          row.text("construct_label"),
          row.text("measure_label"),
          share ? "share, " + Numbers.plain(row.cell("cutoff_label")) : row.text("statistic"),
          share ? Numbers.percent(row.cell("estimate")) : Numbers.number(row.cell("estimate")),
          share ? Numbers.interval(row) : Numbers.span(row),
          Numbers.count(row.cell("n")),
          Numbers.plain(row.cell("direction")));
    }
    return table.build();
  }
}
