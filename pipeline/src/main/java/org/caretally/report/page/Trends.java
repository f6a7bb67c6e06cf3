package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** What rises or falls over ordered bands, such as caseload. */
final class Trends {
  private static final int LINES = 8;

  private Trends() {}

  static List<PageItem> items(ProtectedTable tests, String wave) {
    List<Row> rows =
        Grid.of(tests).where("wave", wave).where("headline", "yes").rows().stream()
            .filter(r -> r.text("statistic").endsWith("_trend"))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    rows.stream()
        .filter(r -> r.text("result").equals("rises") || r.text("result").equals("falls"))
        .limit(LINES)
        .forEach(r -> lines.add(line(r)));
    List<PageItem> items = new ArrayList<>();
    items.add(new Heading("Trends over ordered bands"));
    items.add(
        lines.isEmpty()
            ? new Prose("No measure clearly rises or falls from band to band.")
            : new Bullets(lines));
    items.add(new TableItem(table(rows), "", false));
    return items;
  }

  private static String line(Row row) {
    return row.text("domain_label")
        + ": "
        + Compared.measure(row)
        + " "
        + row.text("result")
        + " from band to band, by "
        + Compared.size(row)
        + " on average (95% interval "
        + Compared.span(row)
        + ").";
  }

  private static DataTable table(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("trends", "Trends over ordered bands, change from band to band")
            .words("Measure", "Bands of", "Result")
            .numbers("Change", "95% interval", "p, adjusted");
    for (Row row : rows) {
      table.row(
          Compared.measure(row),
          row.text("domain_label"),
          Numbers.plain(row.cell("result")),
          row.shows("estimate") ? Compared.value(row) : Numbers.plain(row.cell("estimate")),
          Compared.span(row),
          Numbers.number(row.cell("p_adjusted")));
    }
    return table.build();
  }
}
