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

/** How far the items of each scale agree: one line for a scale, and one for an item. */
final class ReliabilityTable {
  private static final String ALPHA = "alpha";
  private static final String OMEGA = "omega";
  private static final String REST = "item_rest_correlation";
  private static final String DROPPED = "alpha_if_dropped";

  private ReliabilityTable() {}

  static List<PageItem> items(ProtectedTable reliability, String wave) {
    Map<String, List<Row>> scales = Grid.of(reliability).where("wave", wave).by("scale");
    if (scales.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Heading("How far the items of a scale agree"));
    items.add(
        new Prose(
            "Alpha and omega say which share of the differences between people's scores the items"
                + " have in common, from 0 to 1. They rest on the people who answered every item,"
                + " and say nothing on whether a scale measures what its name says. Of two items"
                + " alpha alone is given: it is the Spearman-Brown coefficient of items that vary"
                + " alike."));
    items.add(new TableItem(scales(scales), "reliability", true));
    items.add(new TableItem(single(scales), "reliability", false));
    return items;
  }

  private static DataTable scales(Map<String, List<Row>> scales) {
    DataTable.Builder table =
        new DataTable.Builder("reliability", "Reliability of scales")
            .words("Scale")
            .numbers("Items", "Alpha", "95% interval", "Omega", "95% interval ", "n");
    scales.forEach(
        (scale, rows) -> {
          Row first = rows.get(0);
          table.row(
              Composer.join(": ", first.text("instrument"), first.text("scale_label")),
              Numbers.plain(first.cell("items")),
              value(rows, ALPHA),
              span(rows, ALPHA),
              value(rows, OMEGA),
              span(rows, OMEGA),
              Numbers.count(first.cell("n")));
        });
    return table.build();
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

  private static String span(List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(Numbers::span)
        .orElse(Numbers.NONE);
  }
}
