package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** People of the population who are cases, and ratios of two numbers, as the study asked. */
final class DescriptiveTable {
  private DescriptiveTable() {}

  static List<PageItem> items(Tongue t, ProtectedTable descriptives, String wave) {
    Grid rows = Grid.of(descriptives).where("wave", wave);
    List<PageItem> items = new ArrayList<>();
    List<Row> people = rows.where("statistic", "people").rows();
    if (!people.isEmpty()) {
      items.add(new Prose(t.say("scores.people.how")));
      items.add(
          new TableItem(table(t, "people", t.say("scores.people"), people), "descriptives", true));
    }
    List<Row> ratios = rows.where("statistic", "ratio").rows();
    if (!ratios.isEmpty()) {
      items.add(
          new TableItem(table(t, "ratios", t.say("scores.ratios"), ratios), "descriptives", true));
    }
    return items;
  }

  private static DataTable table(Tongue t, String id, String caption, List<Row> rows) {
    boolean people = id.equals("people");
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(t.say(people ? "common.measure" : "common.ratio"))
            .numbers(
                t.say(people ? "scores.count" : "results.value"),
                t.say("common.interval"),
                t.say("common.n"));
    for (Row row : rows) {
      table.row(
          name(t, row),
          people ? t.count(row.cell("estimate")) : t.number(row.cell("estimate")),
          t.span(row),
          t.count(row.cell("n")));
    }
    return table.build();
  }

  private static String name(Tongue t, Row row) {
    String over = row.text("over_label");
    return over.isBlank()
        ? row.text("measure_label")
        : t.say("scores.ratio", "measure", row.text("measure_label"), "over", over);
  }
}
