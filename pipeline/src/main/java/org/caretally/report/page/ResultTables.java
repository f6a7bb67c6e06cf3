package org.caretally.report.page;

import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/** The long tables of results. */
final class ResultTables {
  private ResultTables() {}

  static DataTable estimates(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("estimates", t.say("results.estimates"))
            .words(
                t.say("common.measure"),
                t.say("common.group"),
                t.say("common.wave"),
                t.say("results.statistic"))
            .numbers(number(t))
            .words(t.say("results.interval"))
            .numbers(
                t.say("results.df"),
                t.say("common.n"),
                t.say("common.prorated"),
                t.say("common.unscorable"),
                t.say("results.effective"),
                t.say("results.deff"))
            .words(t.say("results.status"));
    for (Row row : rows) {
      table.row(
          row.text("measure_label"),
          group(t, row),
          Tongue.plain(row.cell("wave")),
          t.name("statistic", row.text("statistic")),
          t.number(row.cell("estimate")),
          t.number(row.cell("std_error")),
          t.number(row.cell("ci_low")),
          t.number(row.cell("ci_high")),
          Tongue.plain(row.cell("ci_method")),
          t.number(row.cell("df")),
          t.count(row.cell("n")),
          t.count(row.cell("prorated")),
          t.count(row.cell("unscorable")),
          t.count(row.cell("n_eff")),
          t.number(row.cell("deff")),
          status(t, row));
    }
    return table.build();
  }

  static DataTable correlations(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("correlations", t.say("results.correlations"))
            .words(
                t.say("common.scale"),
                t.say("common.with"),
                t.say("common.group"),
                t.say("common.wave"),
                t.say("results.method"),
                t.say("results.given"))
            .numbers(t.say("common.r"), t.say("results.error"))
            .numbers(t.say("results.low"), t.say("results.high"))
            .numbers(tests(t))
            .words(t.say("common.overlap"), t.say("results.status"));
    for (Row row : rows) {
      table.row(
          row.text("x_label"),
          row.text("y_label"),
          group(t, row),
          Tongue.plain(row.cell("wave")),
          t.name("common.method", Tongue.plain(row.cell("method"))),
          Tongue.plain(row.cell("given")),
          t.number(row.cell("estimate")),
          t.number(row.cell("std_error")),
          t.number(row.cell("ci_low")),
          t.number(row.cell("ci_high")),
          t.number(row.cell("df")),
          t.count(row.cell("n")),
          t.number(row.cell("p_value")),
          t.number(row.cell("p_adjusted")),
          Tongue.plain(row.cell("overlap")),
          status(t, row));
    }
    return table.build();
  }

  static DataTable models(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("models", t.say("results.models"))
            .words(
                t.say("results.model"),
                t.say("results.outcome"),
                t.say("results.with"),
                t.say("common.compared"),
                t.say("common.wave"),
                t.say("results.statistic"))
            .numbers(number(t))
            .numbers(tests(t))
            .words(t.say("results.status"));
    for (Row row : rows) {
      table.row(
          row.text("model_label"),
          row.text("outcome_label"),
          row.text("with_label"),
          Adjusted.compared(t, row),
          Tongue.plain(row.cell("wave")),
          Adjusted.statistic(t, row),
          t.number(row.cell("estimate")),
          t.number(row.cell("std_error")),
          t.number(row.cell("ci_low")),
          t.number(row.cell("ci_high")),
          t.number(row.cell("df")),
          t.count(row.cell("n")),
          t.number(row.cell("p_value")),
          t.number(row.cell("p_adjusted")),
          status(t, row));
    }
    return table.build();
  }

  static DataTable checks(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("model-checks", t.say("results.checks"))
            .words(
                t.say("results.model"),
                t.say("results.with"),
                t.say("common.wave"),
                t.say("results.what"),
                t.say("results.finding"))
            .numbers(t.say("results.value"))
            .numbers(tests(t))
            .words(t.say("results.status"));
    for (Row row : rows) {
      String model = row.text("model_label");
      table.row(
          row.text("part").equals("curve") ? t.say("results.curve", "model", model) : model,
          row.text("with_label").isBlank() ? t.say("results.whole") : row.text("with_label"),
          Tongue.plain(row.cell("wave")),
          t.name("check", row.text("statistic")),
          Tongue.plain(row.cell("finding")),
          t.number(row.cell("estimate")),
          t.number(row.cell("df")),
          t.count(row.cell("n")),
          t.number(row.cell("p_value")),
          t.number(row.cell("p_adjusted")),
          status(t, row));
    }
    return table.build();
  }

  private static String[] number(Tongue t) {
    return new String[] {
      t.say("results.estimate"), t.say("results.error"), t.say("results.low"), t.say("results.high")
    };
  }

  private static String[] tests(Tongue t) {
    return new String[] {
      t.say("results.df"), t.say("common.n"), t.say("results.p"), t.say("common.p.adjusted")
    };
  }

  private static String group(Tongue t, Row row) {
    return row.text("domain").isBlank()
        ? t.say("results.everybody")
        : row.text("domain_label") + ": " + row.text("level_label");
  }

  private static String status(Tongue t, Row row) {
    String status = t.name("common.status", row.text("status"));
    String reason = row.text("reason");
    return reason.isBlank() ? status : status + ": " + reason;
  }
}
