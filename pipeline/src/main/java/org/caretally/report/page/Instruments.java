package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/** The instruments as used: items, recall period, licence, citation, and what the study changed. */
final class Instruments {
  private Instruments() {}

  static List<PageItem> items(ReportInput input) {
    List<Row> rows = input.instruments().rows();
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    if (!rows.isEmpty()) {
      items.add(new TableItem(sources(t, rows), "instruments", false));
    }
    List<String> overrides = input.info().overrides();
    if (!rows.isEmpty() || !overrides.isEmpty()) {
      items.add(new Heading(t.say("instruments.changed")));
      items.add(
          overrides.isEmpty() ? new Prose(t.say("instruments.unchanged")) : new Bullets(overrides));
    }
    return items;
  }

  private static DataTable sources(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("sources", t.say("instruments.sources"))
            .words(t.say("instruments.instrument"))
            .numbers(t.say("scores.items"))
            .words(t.say("instruments.recall"), t.say("instruments.licence"))
            .words(t.say("instruments.citation"), t.say("instruments.changes"));
    for (Row row : rows) {
      table.row(
          title(row),
          Tongue.plain(row.cell("items")),
          Tongue.plain(row.cell("recall")),
          Tongue.plain(row.cell("licence")),
          Tongue.plain(row.cell("citation")),
          Tongue.plain(row.cell("changes")));
    }
    return table.build();
  }

  private static String title(Row row) {
    return Composer.join(" ", row.text("title"), version(row.text("version")));
  }

  private static String version(String version) {
    return version.isBlank() ? "" : "(" + version + ")";
  }
}
