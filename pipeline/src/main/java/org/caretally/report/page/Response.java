package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** Response rates by the definitions of AAPOR, and what they do not say. */
final class Response {
  private Response() {}

  static List<PageItem> items(ReportInput input) {
    Tongue t = input.tongue();
    List<Row> rows = Grid.of(input.years().response()).rows();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(t.say("response.how")));
    items.add(new TableItem(table(t, rows), "response", false));
    return items;
  }

  /** Returns the usual two rates of each wave in words; nothing when dispositions are not given. */
  static List<String> lines(ReportInput input) {
    Tongue t = input.tongue();
    List<String> lines = new ArrayList<>();
    for (Row row : Grid.of(input.years().response()).rows()) {
      if (!List.of("RR1", "RR2").contains(row.text("rate"))) {
        continue;
      }
      String wave = row.text("wave").isBlank() ? "" : row.text("wave") + ": ";
      lines.add(
          wave
              + t.say(
                  "response.line",
                  "rate",
                  row.text("rate"),
                  "value",
                  t.percent(row.cell("value")),
                  "who",
                  row.text("label"),
                  "whom",
                  row.text("counts")));
    }
    return lines;
  }

  private static DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("response-rates", t.say("response.table"))
            .words(t.say("common.wave"), t.say("response.rate"))
            .words(t.say("response.who"), t.say("response.whom"))
            .numbers(t.say("response.value"));
    for (Row row : rows) {
      table.row(
          Tongue.plain(row.cell("wave")),
          row.text("rate"),
          row.text("label"),
          row.text("counts"),
          t.points(row.cell("value")));
    }
    return table.build();
  }
}
