package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** How scores and numbers spread among people: one line for each. */
final class SpreadTable {
  private static final List<String> STATISTICS = List.of("sd", "q25", "q50", "q75");

  private SpreadTable() {}

  static List<PageItem> items(Tongue t, ProtectedTable spread, String wave) {
    Map<String, List<Row>> measures = new LinkedHashMap<>();
    for (Row row : Grid.of(spread).where("wave", wave).rows()) {
      measures.computeIfAbsent(row.text("measure"), k -> new ArrayList<>()).add(row);
    }
    if (measures.isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("spread", t.say("scores.spread"))
            .words(t.say("common.measure"))
            .numbers(
                t.say("scores.sd"),
                t.say("scores.q25"),
                t.say("scores.q50"),
                t.say("scores.q75"),
                t.say("common.n"));
    measures.forEach(
        (measure, rows) -> {
          List<String> cells = new ArrayList<>();
          cells.add(rows.get(0).text("measure_label"));
          STATISTICS.forEach(s -> cells.add(value(t, rows, s)));
          cells.add(t.count(rows.get(0).cell("n_answered")));
          table.row(cells.toArray(String[]::new));
        });
    return List.of(new TableItem(table.build(), "spread", false));
  }

  private static String value(Tongue t, List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(r -> t.number(r.cell("estimate")))
        .orElse(Tongue.NONE);
  }
}
