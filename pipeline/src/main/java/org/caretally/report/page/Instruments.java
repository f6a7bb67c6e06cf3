package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** The instruments as used: items, recall period, licence, citation, and what the study changed. */
final class Instruments {
  private Instruments() {}

  static List<PageItem> items(ReportInput input) {
    List<Row> rows = input.instruments().rows();
    List<PageItem> items = new ArrayList<>();
    if (!rows.isEmpty()) {
      items.add(new TableItem(sources(rows), "instruments", false));
    }
    List<String> overrides = input.info().overrides();
    if (!rows.isEmpty() || !overrides.isEmpty()) {
      items.add(new Heading("What this study changed"));
      items.add(
          overrides.isEmpty()
              ? new Prose("Nothing: every instrument is scored as published.")
              : new Bullets(overrides));
    }
    return items;
  }

  private static DataTable sources(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("sources", "Instruments: items, recall period, licence and citation")
            .words("Instrument")
            .numbers("Items")
            .words("Recall", "Licence", "Citation", "Changes");
    for (Row row : rows) {
      table.row(
          title(row),
          Numbers.plain(row.cell("items")),
          Numbers.plain(row.cell("recall")),
          Numbers.plain(row.cell("licence")),
          Numbers.plain(row.cell("citation")),
          Numbers.plain(row.cell("changes")));
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
