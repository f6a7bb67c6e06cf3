package org.caretally.report.page;

import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** The long tables of results. */
final class ResultTables {
  private ResultTables() {}

  static DataTable estimates(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("estimates", "Estimates")
            .words("Measure", "Group", "Wave", "Statistic")
            .numbers("Estimate", "Std. error", "95% low", "95% high")
            .words("Interval")
            .numbers("df", "n", "Prorated", "Cannot be scored", "Effective n", "deff")
            .words("Status");
    for (Row row : rows) {
      table.row(
          row.text("measure_label"),
          group(row),
          Numbers.plain(row.cell("wave")),
          row.text("statistic"),
          Numbers.number(row.cell("estimate")),
          Numbers.number(row.cell("std_error")),
          Numbers.number(row.cell("ci_low")),
          Numbers.number(row.cell("ci_high")),
          Numbers.plain(row.cell("ci_method")),
          Numbers.number(row.cell("df")),
          Numbers.count(row.cell("n")),
          Numbers.count(row.cell("prorated")),
          Numbers.count(row.cell("unscorable")),
          Numbers.count(row.cell("n_eff")),
          Numbers.number(row.cell("deff")),
          status(row));
    }
    return table.build();
  }

  static DataTable correlations(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("correlations", "Correlations")
            .words("Scale", "With", "Group", "Wave", "Method", "Given")
            .numbers("r", "Std. error", "95% low", "95% high", "df", "n", "p", "p, adjusted")
            .words("Shared content", "Status");
    for (Row row : rows) {
      table.row(
          row.text("x_label"),
          row.text("y_label"),
          group(row),
          Numbers.plain(row.cell("wave")),
          Numbers.plain(row.cell("method")),
          Numbers.plain(row.cell("given")),
          Numbers.number(row.cell("estimate")),
          Numbers.number(row.cell("std_error")),
          Numbers.number(row.cell("ci_low")),
          Numbers.number(row.cell("ci_high")),
          Numbers.number(row.cell("df")),
          Numbers.count(row.cell("n")),
          Numbers.number(row.cell("p_value")),
          Numbers.number(row.cell("p_adjusted")),
          Numbers.plain(row.cell("overlap")),
          status(row));
    }
    return table.build();
  }

  static DataTable models(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("models", "Regression models")
            .words("Model", "Outcome", "Goes with", "Compared", "Wave", "Statistic")
            .numbers("Estimate", "Std. error", "95% low", "95% high", "df", "n", "p", "p, adjusted")
            .words("Status");
    for (Row row : rows) {
      table.row(
          row.text("model_label"),
          row.text("outcome_label"),
          row.text("with_label"),
          Adjusted.compared(row),
          Numbers.plain(row.cell("wave")),
          Adjusted.statistic(row),
          Numbers.number(row.cell("estimate")),
          Numbers.number(row.cell("std_error")),
          Numbers.number(row.cell("ci_low")),
          Numbers.number(row.cell("ci_high")),
          Numbers.number(row.cell("df")),
          Numbers.count(row.cell("n")),
          Numbers.number(row.cell("p_value")),
          Numbers.number(row.cell("p_adjusted")),
          status(row));
    }
    return table.build();
  }

  static DataTable checks(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("model-checks", "Tests and checks of models")
            .words("Model", "Goes with", "Wave", "What", "Finding")
            .numbers("Value", "df", "n", "p", "p, adjusted")
            .words("Status");
    for (Row row : rows) {
      String model = row.text("model_label");
      table.row(
          row.text("part").equals("curve") ? "Curve: " + model : model,
          row.text("with_label").isBlank() ? "whole model" : row.text("with_label"),
          Numbers.plain(row.cell("wave")),
          check(row.text("statistic")),
          Numbers.plain(row.cell("finding")),
          Numbers.number(row.cell("estimate")),
          Numbers.number(row.cell("df")),
          Numbers.count(row.cell("n")),
          Numbers.number(row.cell("p_value")),
          Numbers.number(row.cell("p_adjusted")),
          status(row));
    }
    return table.build();
  }

  private static String check(String statistic) {
    return switch (statistic) {
      case "steps" -> "steps of fitting";
      case "complete_share" -> "share of people with all answers";
      case "largest_weight_share" -> "largest weight of one person, as a share of all";
      case "error_inflation" -> "factor by which overlap inflates standard errors";
      case "wald" -> "Wald test (F)";
      case "likelihood_ratio" -> "Rao-Scott likelihood ratio test (F)";
      default -> "test for a bend (F)";
    };
  }

  private static String group(Row row) {
    return row.text("domain").isBlank()
        ? "everybody"
        : row.text("domain_label") + ": " + row.text("level_label");
  }

  private static String status(Row row) {
    String reason = row.text("reason");
    return reason.isBlank() ? row.text("status") : row.text("status") + ": " + reason;
  }
}
