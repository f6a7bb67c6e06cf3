package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** What rises or falls over ordered bands, such as caseload. */
final class Trends {
  private static final int LINES = 8;

  private Trends() {}

  static List<PageItem> items(Tongue t, ProtectedTable tests, String wave) {
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
        .forEach(r -> lines.add(line(t, r)));
    List<PageItem> items = new ArrayList<>();
    items.add(new Heading(t.say("groups.trends")));
    items.add(lines.isEmpty() ? new Prose(t.say("groups.trends.none")) : new Bullets(lines));
    items.add(new TableItem(table(t, rows), "", false));
    return items;
  }

  private static String line(Tongue t, Row row) {
    return t.say(
        row.text("result").equals("rises") ? "groups.trends.rises" : "groups.trends.falls",
        "breakdown",
        row.text("domain_label"),
        "measure",
        Compared.measure(row),
        "size",
        Compared.size(t, row),
        "interval",
        Compared.span(t, row));
  }

  private static DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("trends", t.say("groups.trends.table"))
            .words(t.say("common.measure"), t.say("groups.trends.bands"), t.say("groups.result"))
            .numbers(
                t.say("groups.trends.change"),
                t.say("common.interval"),
                t.say("common.p.adjusted"));
    for (Row row : rows) {
      table.row(
          Compared.measure(row),
          row.text("domain_label"),
          t.name("result", Tongue.plain(row.cell("result"))),
          row.shows("estimate") ? Compared.value(t, row) : Tongue.plain(row.cell("estimate")),
          Compared.span(t, row),
          t.number(row.cell("p_adjusted")));
    }
    return table.build();
  }
}
