package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** Response rates by the definitions of AAPOR, and what they do not say. */
final class Response {
  private Response() {}

  static List<PageItem> items(ReportInput input) {
    List<Row> rows = Grid.of(input.years().response()).rows();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(
        new Prose(
            "A response rate says how many answered, not whether they are like those who did not."
                + " People who feel very bad, or very well, may have answered more or less often, and"
                + " weights for profession or region cannot mend that."));
    items.add(new TableItem(table(rows), "response", false));
    return items;
  }

  /** Returns the usual two rates of each wave in words; nothing when dispositions are not given. */
  static List<String> lines(ReportInput input) {
    List<String> lines = new ArrayList<>();
    for (Row row : Grid.of(input.years().response()).rows()) {
      if (!List.of("RR1", "RR2").contains(row.text("rate"))) {
        continue;
      }
      String wave = row.text("wave").isBlank() ? "" : row.text("wave") + ": ";
      lines.add(
          wave
              + "response rate "
              + row.text("rate")
              + " "
              + Numbers.percent(row.cell("value"))
              + " ("
              + row.text("label")
              + ", "
              + row.text("counts")
              + ").");
    }
    return lines;
  }

  private static DataTable table(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("response-rates", "Response rates (AAPOR)")
            .words("Wave", "Rate", "Who counts as answered", "Of whom")
            .numbers("Rate, %");
    for (Row row : rows) {
      table.row(
          Numbers.plain(row.cell("wave")),
          row.text("rate"),
          row.text("label"),
          row.text("counts"),
          Numbers.points(row.cell("value")));
    }
    return table.build();
  }
}
