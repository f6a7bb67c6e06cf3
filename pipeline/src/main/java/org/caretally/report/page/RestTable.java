package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/**
 * Every group against the rest of its breakdown: a line for each group, a column for each
 * challenge, so that hundreds of comparisons fit on one sheet. The file of differences has p-values
 * too.
 */
final class RestTable {
  private static final int COLUMNS = 11;

  private RestTable() {}

  /** Returns as many tables as the columns need. */
  static List<PageItem> items(Tongue t, List<Row> rows) {
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
      items.add(new TableItem(table(t, from / COLUMNS, some, measures, groups), "", false));
    }
    return items;
  }

  static String label(Row row) {
    String construct = row.text("construct_label");
    return construct.isBlank() ? row.text("measure_label") : construct;
  }

  private static DataTable table(
      Tongue t,
      int part,
      List<String> some,
      Map<String, String> measures,
      Map<List<String>, Map<String, Row>> groups) {
    DataTable.Builder table =
        new DataTable.Builder(
                part == 0 ? "rest" : "rest-" + (part + 1),
                t.say(part == 0 ? "groups.rest.table" : "groups.rest.continued"))
            .words(t.say("common.group"), t.say("common.breakdown"));
    some.forEach(m -> table.numbers(measures.get(m)));
    groups.forEach(
        (group, found) -> {
          List<String> cells = new ArrayList<>(List.of(group.get(2), group.get(3)));
          some.forEach(m -> cells.add(found.containsKey(m) ? cell(t, found.get(m)) : Tongue.NONE));
          table.row(cells);
        });
    return table.build();
  }

  private static String cell(Tongue t, Row row) {
    if (!row.shows("estimate")) {
      return Tongue.plain(row.cell("estimate"));
    }
    boolean share = Compared.share(row);
    String value = share ? t.points(row.cell("estimate")) : t.number(row.cell("estimate"));
    String sign = row.number("estimate") > 0 ? "+" : "";
    String words = Compared.differs(row) ? " " + t.name("result", row.text("result")) : "";
    return sign + value + " (" + Compared.span(t, row) + ")" + words;
  }
}
