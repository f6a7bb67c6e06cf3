package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.page.ReportInput.Line;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** How people are weighted, what that costs, and how precise the headline results are. */
final class Weights {
  private Weights() {}

  static List<PageItem> items(ReportInput input, String wave) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    List<Line> lines = new ArrayList<>(input.background().weighting());
    kish(t, input, wave).ifPresent(lines::add);
    if (!lines.isEmpty()) {
      String interval = input.info().intervalMethod();
      lines.add(
          new Line(t.say("weights.intervals"), t.say("weights.interval", "interval", interval)));
      items.add(new TableItem(lines(t, "weighting", t.say("weights.table"), lines), "", true));
    }
    List<Row> rows =
        Grid.of(input.estimates())
            .where("wave", wave)
            .where("domain", "")
            .where("headline", "yes")
            .rows();
    if (!rows.isEmpty()) {
      items.add(new Prose(t.say("weights.how")));
      items.add(new TableItem(precision(t, rows), "estimates", false));
    }
    return items;
  }

  private static Optional<Line> kish(Tongue t, ReportInput input, String wave) {
    return Grid.of(input.statistics().descriptives())
        .where("wave", wave)
        .where("measure", "weights")
        .rows()
        .stream()
        .findFirst()
        .map(
            row ->
                new Line(
                    t.say("weights.kish"),
                    t.say(
                        "weights.kish.at",
                        "deff",
                        t.number(row.cell("estimate")),
                        "n",
                        t.count(row.cell("n")))));
  }

  /** Returns lines as a table. */
  static DataTable lines(Tongue t, String id, String caption, List<Line> lines) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption).words(t.say("results.what"), t.say("weights.column"));
    lines.forEach(line -> table.row(line.name(), line.words()));
    return table.build();
  }

  private static DataTable precision(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("precision-table", t.say("weights.precision"))
            .words(t.say("common.measure"))
            .numbers(t.say("common.n"), t.say("results.effective"), t.say("results.deff"))
            .numbers(t.say("weights.error"), t.say("results.df"))
            .words(t.say("results.interval"));
    for (Row row : rows) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          Compared.measure(row),
          t.count(row.cell("n")),
          t.count(row.cell("n_eff")),
          t.number(row.cell("deff")),
          share ? t.percent(row.cell("std_error")) : t.number(row.cell("std_error")),
          t.count(row.cell("df")),
          row.text("ci_method").replace('_', ' '));
    }
    return table.build();
  }
}
