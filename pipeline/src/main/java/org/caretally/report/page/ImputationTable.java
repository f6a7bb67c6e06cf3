package org.caretally.report.page;

import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** The results that stand for challenges, as analysed and with missing answers filled in. */
final class ImputationTable {
  private ImputationTable() {}

  /** Returns nothing when the study does not ask. */
  static List<PageItem> items(ProtectedTable imputation) {
    Grid all = Grid.of(imputation);
    if (all.isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("imputed", "As analysed, and with missing answers filled in")
            .words("Measure")
            .numbers(
                "As analysed",
                "95% interval",
                "Filled in",
                "95% interval",
                "Missing information",
                "People filled in");
    for (Row row : all.where("answers", "as_analysed").rows()) {
      Grid imputed = all.where("measure", row.text("measure")).where("answers", "imputed");
      Row filled = imputed.whereNot("statistic", "missing_information").rows().get(0);
      Row missing = imputed.where("statistic", "missing_information").rows().get(0);
      table.row(
          row.text("measure_label"),
          value(row),
          interval(row),
          value(filled),
          interval(filled),
          Numbers.percent(missing.cell("estimate")),
          Numbers.count(filled.cell("filled_in")));
    }
    return List.of(
        new Prose(
            "The report counts people whose score is known. Here the scores of others were filled in "
                + all.rows().get(0).text("data_sets")
                + " times, each with that of a person with much the same other scores and"
                + " characteristics, and the results were pooled. If the two columns are close, what is"
                + " known about people explains little of a difference between those who answered and"
                + " those who did not. It cannot show whether they differ in ways that nobody told."),
        new TableItem(table.build(), "imputation", true));
  }

  private static String value(Row row) {
    return share(row)
        ? Numbers.percent(row.cell("estimate"))
        : Numbers.number(row.cell("estimate"));
  }

  private static String interval(Row row) {
    return share(row) ? Numbers.interval(row) : Numbers.span(row);
  }

  private static boolean share(Row row) {
    return row.text("statistic").equals("prevalence");
  }
}
