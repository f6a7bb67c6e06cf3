package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** People of the population who are cases, and ratios of two numbers, as the study asked. */
final class DescriptiveTable {
  private DescriptiveTable() {}

  static List<PageItem> items(ProtectedTable descriptives, String wave) {
    Grid rows = Grid.of(descriptives).where("wave", wave);
    List<PageItem> items = new ArrayList<>();
    List<Row> people = rows.where("statistic", "people").rows();
    if (!people.isEmpty()) {
      items.add(
          new Prose(
              "People in the population: the weights of people with a result, added up. People whose"
                  + " result is not known are in none of these numbers."));
      items.add(
          new TableItem(table("people", "People in the population", people), "descriptives", true));
    }
    List<Row> ratios = rows.where("statistic", "ratio").rows();
    if (!ratios.isEmpty()) {
      items.add(new TableItem(table("ratios", "Ratios of totals", ratios), "descriptives", true));
    }
    return items;
  }

  private static DataTable table(String id, String caption, List<Row> rows) {
    boolean people = id.equals("people");
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(people ? "Measure" : "Ratio")
            .numbers(people ? "People" : "Value", "95% interval", "n");
    for (Row row : rows) {
      table.row(
          Composer.join(" for each ", row.text("measure_label"), row.text("over_label")),
          people ? Numbers.count(row.cell("estimate")) : Numbers.number(row.cell("estimate")),
          Numbers.span(row),
          Numbers.count(row.cell("n")));
    }
    return table.build();
  }
}
