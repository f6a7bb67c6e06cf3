package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** Each scale in one line: how it is scored, and how well it measures here. */
final class ScaleTable {
  private static final String HOW =
      "Alpha and omega say which share of the differences between people's scores the items have in"
          + " common, from 0 to 1, among people who answered every item. They say nothing on whether"
          + " a scale measures what its name says. Of two items alpha alone is given: it is the"
          + " Spearman-Brown coefficient of items that vary alike. Floor and ceiling are the shares"
          + " with the lowest and the highest possible score: where they are large, the scale cannot"
          + " tell these people apart.";

  private ScaleTable() {}

  static List<PageItem> items(ReportInput input, String wave) {
    List<Row> scales = input.background().scoring().rows();
    if (scales.isEmpty()) {
      return List.of();
    }
    Map<String, List<Row>> reliability =
        Grid.of(input.statistics().reliability()).where("wave", wave).where("item", "").by("scale");
    Map<String, List<Row>> ends = Grid.of(input.items().ends()).where("wave", wave).by("scale");
    DataTable.Builder keys =
        new DataTable.Builder("scoring", "How scales are scored")
            .words("Scale")
            .numbers("Items", "Reversed")
            .words("Range", "Missing items", "Cut-offs");
    DataTable.Builder fit =
        new DataTable.Builder("reliability", "How well scales measure here")
            .words("Scale")
            .numbers("Alpha (95% interval)", "Omega (95% interval)", "Floor", "Ceiling", "n");
    for (Row row : scales) {
      String id = row.text("scale");
      keys.row(key(row));
      List<Row> values = reliability.getOrDefault(id, List.of());
      List<Row> shares = ends.getOrDefault(id, List.of());
      if (!values.isEmpty() || !shares.isEmpty()) {
        fit.row(fit(row, values, shares));
      }
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new TableItem(keys.build(), "scoring", true));
    DataTable measured = fit.build();
    if (!measured.rows().isEmpty()) {
      items.add(new Prose(HOW));
      items.add(new TableItem(measured, "reliability", true));
    }
    return items;
  }

  private static String name(Row row) {
    String label = row.text("scale_label");
    String instrument = row.text("instrument");
    return label.contains(instrument) ? label : Composer.join(": ", instrument, label);
  }

  private static List<String> key(Row row) {
    return List.of(
        name(row),
        row.text("items"),
        row.text("reversed"),
        row.text("range"),
        row.text("missing_rule"),
        row.text("cutoffs"));
  }

  private static List<String> fit(Row row, List<Row> values, List<Row> shares) {
    return List.of(
        name(row),
        value(values, "alpha"),
        value(values, "omega"),
        end(shares, "floor"),
        end(shares, "ceiling"),
        values.isEmpty()
            ? Numbers.count(shares.get(0).cell("n"))
            : Numbers.count(values.get(0).cell("n")));
  }

  private static String value(List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(
            r ->
                r.shows("ci_low")
                    ? Numbers.number(r.cell("estimate")) + " (" + Numbers.span(r) + ")"
                    : Numbers.number(r.cell("estimate")))
        .orElse(Numbers.NONE);
  }

  private static String end(List<Row> rows, String end) {
    return rows.stream()
        .filter(r -> r.text("end").equals(end))
        .findFirst()
        .map(r -> Numbers.percent(r.cell("estimate")))
        .orElse(Numbers.NONE);
  }
}
