package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/**
 * Every group against the rest of its breakdown: a line for each group, a column for each
 * challenge, so that hundreds of comparisons fit on one sheet. The file of differences has p-values
 * too.
 */
final class RestTable {
  private static final int COLUMNS = 11;

  private RestTable() {}

  /** Returns as many tables as the columns need. */
  static List<PageItem> items(List<Row> rows) {
    Map<String, String> measures = new LinkedHashMap<>();
    Map<List<String>, Map<String, Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      measures.putIfAbsent(row.text("measure"), label(row));
      groups
          .computeIfAbsent(
              List.of(
                  row.text("domain"),
                  row.text("level"),
                  row.text("level_label"),
                  row.text("domain_label")),
              k -> new LinkedHashMap<>())
          .put(row.text("measure"), row);
    }
    List<String> all = List.copyOf(measures.keySet());
    List<PageItem> items = new ArrayList<>();
    for (int from = 0; from < all.size(); from += COLUMNS) {
      List<String> some = all.subList(from, Math.min(all.size(), from + COLUMNS));
      items.add(new TableItem(table(from / COLUMNS, some, measures, groups), "", false));
    }
    return items;
  }

  private static String label(Row row) {
    String construct = row.text("construct_label");
    return construct.isBlank() ? row.text("measure_label") : construct;
  }

  private static DataTable table(
      int part,
      List<String> some,
      Map<String, String> measures,
      Map<List<String>, Map<String, Row>> groups) {
    DataTable.Builder table =
        new DataTable.Builder(
                part == 0 ? "rest" : "rest-" + (part + 1),
                "Groups compared with the rest: difference of shares in points, or of means"
                    + (part == 0 ? "" : ", continued"))
            .words("Group", "Breakdown");
    some.forEach(m -> table.numbers(measures.get(m)));
    groups.forEach(
        (group, found) -> {
          List<String> cells = new ArrayList<>(List.of(group.get(2), group.get(3)));
          some.forEach(m -> cells.add(found.containsKey(m) ? cell(found.get(m)) : Numbers.NONE));
          table.row(cells);
        });
    return table.build();
  }

  private static String cell(Row row) {
    if (!row.shows("estimate")) {
      return Numbers.plain(row.cell("estimate"));
    }
    boolean share = Compared.share(row);
    String value =
        share ? Numbers.points(row.cell("estimate")) : Numbers.number(row.cell("estimate"));
    String sign = row.number("estimate") > 0 ? "+" : "";
    String words = Compared.differs(row) ? " " + row.text("result") : "";
    return sign + value + " (" + Compared.span(row) + ")" + words;
  }
}
