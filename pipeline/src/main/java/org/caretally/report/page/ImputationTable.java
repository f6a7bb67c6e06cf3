package org.caretally.report.page;

import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** The results that stand for challenges, as analysed and with missing answers filled in. */
final class ImputationTable {
  private ImputationTable() {}

  /** Returns nothing when the study does not ask. */
  static List<PageItem> items(Tongue t, ProtectedTable imputation) {
    Grid all = Grid.of(imputation);
    if (all.isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("imputed", t.say("scores.imputed.table"))
            .words(t.say("common.measure"))
            .numbers(
                t.say("scores.imputed.analysed"),
                t.say("common.interval"),
                t.say("scores.imputed.filled"),
                t.say("common.interval"),
                t.say("scores.imputed.missing"),
                t.say("scores.imputed.people"));
    for (Row row : all.where("answers", "as_analysed").rows()) {
      Grid imputed = all.where("measure", row.text("measure")).where("answers", "imputed");
      Row filled = imputed.whereNot("statistic", "missing_information").rows().get(0);
      Row missing = imputed.where("statistic", "missing_information").rows().get(0);
      table.row(
          row.text("measure_label"),
          value(t, row),
          interval(t, row),
          value(t, filled),
          interval(t, filled),
          t.percent(missing.cell("estimate")),
          t.count(filled.cell("filled_in")));
    }
    return List.of(
        new Prose(t.say("scores.imputed.how", "sets", all.rows().get(0).text("data_sets"))),
        new TableItem(table.build(), "imputation", true));
  }

  private static String value(Tongue t, Row row) {
    return share(row) ? t.percent(row.cell("estimate")) : t.number(row.cell("estimate"));
  }

  private static String interval(Tongue t, Row row) {
    return share(row) ? t.interval(row) : t.span(row);
  }

  private static boolean share(Row row) {
    return row.text("statistic").equals("prevalence");
  }
}
