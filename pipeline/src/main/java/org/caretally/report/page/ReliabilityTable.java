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

/** How far each item agrees with the rest of its scale. */
final class ReliabilityTable {
  private static final String REST = "item_rest_correlation";
  private static final String DROPPED = "alpha_if_dropped";

  private ReliabilityTable() {}

  static List<PageItem> items(Tongue t, ProtectedTable reliability, String wave) {
    Map<String, List<Row>> scales = Grid.of(reliability).where("wave", wave).by("scale");
    if (scales.isEmpty()) {
      return List.of();
    }
    return List.of(new TableItem(single(t, scales), "reliability", false));
  }

  private static DataTable single(Tongue t, Map<String, List<Row>> scales) {
    DataTable.Builder table =
        new DataTable.Builder("item-fit", t.say("scores.fit"))
            .words(t.say("common.scale"))
            .numbers(t.say("scores.item"), t.say("scores.others"), t.say("scores.without"));
    scales.forEach(
        (scale, rows) -> {
          Map<String, List<Row>> items = new LinkedHashMap<>();
          rows.stream()
              .filter(r -> !r.text("item").isBlank())
              .forEach(r -> items.computeIfAbsent(r.text("item"), k -> new ArrayList<>()).add(r));
          items.forEach(
              (item, lines) ->
                  table.row(
                      Composer.join(
                          ": ", rows.get(0).text("instrument"), rows.get(0).text("scale_label")),
                      item,
                      value(t, lines, REST),
                      value(t, lines, DROPPED)));
        });
    return table.build();
  }

  private static String value(Tongue t, List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(r -> t.number(r.cell("estimate")))
        .orElse(Tongue.NONE);
  }
}
