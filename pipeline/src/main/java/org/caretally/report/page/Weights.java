package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.page.ReportInput.Line;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** How people are weighted, what that costs, and how precise the headline results are. */
final class Weights {
  private static final String HOW =
      "The design effect (deff) says how many times larger the variance is than that of a simple"
          + " random sample of as many people; the effective n is the size of that simple sample.";

  private Weights() {}

  static List<PageItem> items(ReportInput input, String wave) {
    List<PageItem> items = new ArrayList<>();
    List<Line> lines = new ArrayList<>(input.background().weighting());
    kish(input, wave).ifPresent(lines::add);
    if (!lines.isEmpty()) {
      lines.add(new Line("Intervals of shares", input.info().intervalMethod() + ", 95%"));
      items.add(new TableItem(lines("weighting", "Weights and errors", lines), "", true));
    }
    List<Row> rows =
        Grid.of(input.estimates())
            .where("wave", wave)
            .where("domain", "")
            .where("headline", "yes")
            .rows();
    if (!rows.isEmpty()) {
      items.add(new Prose(HOW));
      items.add(new TableItem(precision(rows), "estimates", false));
    }
    return items;
  }

  private static Optional<Line> kish(ReportInput input, String wave) {
    return Grid.of(input.statistics().descriptives())
        .where("wave", wave)
        .where("measure", "weights")
        .rows()
        .stream()
        .findFirst()
        .map(
            row ->
                new Line(
                    "Design effect of the weights alone (Kish)",
                    Numbers.number(row.cell("estimate"))
                        + " at n = "
                        + Numbers.count(row.cell("n"))));
  }

  /** Returns lines as a table. */
  static DataTable lines(String id, String caption, List<Line> lines) {
    DataTable.Builder table = new DataTable.Builder(id, caption).words("What", "How");
    lines.forEach(line -> table.row(line.name(), line.words()));
    return table.build();
  }

  private static DataTable precision(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("precision-table", "How precise the results for everybody are")
            .words("Measure")
            .numbers("n", "Effective n", "deff", "Standard error", "df")
            .words("Interval");
    for (Row row : rows) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          Composer.join(": ", row.text("construct_label"), row.text("measure_label")),
          Numbers.count(row.cell("n")),
          Numbers.count(row.cell("n_eff")),
          Numbers.number(row.cell("deff")),
          share ? Numbers.percent(row.cell("std_error")) : Numbers.number(row.cell("std_error")),
          Numbers.count(row.cell("df")),
          row.text("ci_method").replace('_', ' '));
    }
    return table.build();
  }
}
