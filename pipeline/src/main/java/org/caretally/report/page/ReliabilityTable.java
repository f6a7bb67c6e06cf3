package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** How far each item agrees with the rest of its scale. */
final class ReliabilityTable {
  private static final String REST = "item_rest_correlation";
  private static final String DROPPED = "alpha_if_dropped";

  private ReliabilityTable() {}

  static List<PageItem> items(ProtectedTable reliability, String wave) {
    Map<String, List<Row>> scales = Grid.of(reliability).where("wave", wave).by("scale");
    if (scales.isEmpty()) {
      return List.of();
    }
    return List.of(new TableItem(single(scales), "reliability", false));
  }

  private static DataTable single(Map<String, List<Row>> scales) {
    DataTable.Builder table =
        new DataTable.Builder("item-fit", "How single items go with the rest of their scale")
            .words("Scale")
            .numbers("Item", "Correlation with the other items", "Alpha without it");
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
                      value(lines, REST),
                      value(lines, DROPPED)));
        });
    return table.build();
  }

  private static String value(List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(r -> Numbers.number(r.cell("estimate")))
        .orElse(Numbers.NONE);
  }
}
