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

/**
 * Tests of all groups of a breakdown at once: a line for each breakdown, a column for each
 * challenge, with effect size and p-value.
 */
final class AllGroups {
  private static final int COLUMNS = 11;

  private AllGroups() {}

  static List<PageItem> items(Tongue t, ProtectedTable tests, String wave) {
    List<Row> rows =
        Grid.of(tests).where("wave", wave).where("headline", "yes").rows().stream()
            .filter(r -> !r.text("statistic").endsWith("_trend"))
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, String> measures = new LinkedHashMap<>();
    Map<String, Map<String, Row>> breakdowns = new LinkedHashMap<>();
    for (Row row : rows) {
      measures.putIfAbsent(row.text("measure"), RestTable.label(row));
      breakdowns
          .computeIfAbsent(row.text("domain_label"), k -> new LinkedHashMap<>())
          .put(row.text("measure"), row);
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Heading(t.say("groups.all")));
    items.add(new Prose(t.say("groups.all.how")));
    List<String> all = List.copyOf(measures.keySet());
    for (int from = 0; from < all.size(); from += COLUMNS) {
      List<String> some = all.subList(from, Math.min(all.size(), from + COLUMNS));
      items.add(new TableItem(table(t, from / COLUMNS, some, measures, breakdowns), "", false));
    }
    return items;
  }

  private static DataTable table(
      Tongue t,
      int part,
      List<String> some,
      Map<String, String> measures,
      Map<String, Map<String, Row>> breakdowns) {
    DataTable.Builder table =
        new DataTable.Builder(
                part == 0 ? "all-groups" : "all-groups-" + (part + 1),
                t.say(part == 0 ? "groups.all.table" : "groups.all.continued"))
            .words(t.say("common.breakdown"));
    some.forEach(m -> table.numbers(measures.get(m)));
    breakdowns.forEach(
        (breakdown, found) -> {
          List<String> cells = new ArrayList<>(List.of(breakdown));
          some.forEach(m -> cells.add(found.containsKey(m) ? cell(t, found.get(m)) : Tongue.NONE));
          table.row(cells);
        });
    return table.build();
  }

  private static String cell(Tongue t, Row row) {
    return row.shows("estimate")
        ? t.say(
            "groups.all.cell",
            "size",
            t.number(row.cell("estimate")),
            "p",
            t.number(row.cell("p_adjusted")))
        : Tongue.plain(row.cell("estimate"));
  }
}
