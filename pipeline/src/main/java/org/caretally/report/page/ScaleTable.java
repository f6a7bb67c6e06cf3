package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** Each scale in one line: how it is scored, and how well it measures here. */
final class ScaleTable {
  private ScaleTable() {}

  static List<PageItem> items(ReportInput input, String wave) {
    Tongue t = input.tongue();
    List<Row> scales = input.background().scoring().rows();
    if (scales.isEmpty()) {
      return List.of();
    }
    Map<String, List<Row>> reliability =
        Grid.of(input.statistics().reliability()).where("wave", wave).where("item", "").by("scale");
    Map<String, List<Row>> ends = Grid.of(input.items().ends()).where("wave", wave).by("scale");
    DataTable.Builder keys =
        new DataTable.Builder("scoring", t.say("scales.scoring"))
            .words(t.say("common.scale"))
            .numbers(t.say("scores.items"), t.say("scales.reversed"))
            .words(t.say("scales.range"), t.say("scales.missing"), t.say("scales.cutoffs"));
    DataTable.Builder fit =
        new DataTable.Builder("reliability", t.say("scales.fit"))
            .words(t.say("common.scale"))
            .numbers(t.say("scales.alpha"), t.say("scales.omega"))
            .numbers(t.say("scales.floor"), t.say("scales.ceiling"), t.say("common.n"));
    for (Row row : scales) {
      String id = row.text("scale");
      keys.row(key(row));
      List<Row> values = reliability.getOrDefault(id, List.of());
      List<Row> shares = ends.getOrDefault(id, List.of());
      if (!values.isEmpty() || !shares.isEmpty()) {
        fit.row(fit(t, row, values, shares));
      }
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new TableItem(keys.build(), "scoring", true));
    DataTable measured = fit.build();
    if (!measured.rows().isEmpty()) {
      items.add(new Prose(t.say("scales.how")));
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

  private static List<String> fit(Tongue t, Row row, List<Row> values, List<Row> shares) {
    return List.of(
        name(row),
        value(t, values, "alpha"),
        value(t, values, "omega"),
        end(t, shares, "floor"),
        end(t, shares, "ceiling"),
        values.isEmpty() ? t.count(shares.get(0).cell("n")) : t.count(values.get(0).cell("n")));
  }

  private static String value(Tongue t, List<Row> rows, String statistic) {
    return rows.stream()
        .filter(r -> r.text("statistic").equals(statistic))
        .findFirst()
        .map(
            r ->
                r.shows("ci_low")
                    ? t.number(r.cell("estimate")) + " (" + t.span(r) + ")"
                    : t.number(r.cell("estimate")))
        .orElse(Tongue.NONE);
  }

  private static String end(Tongue t, List<Row> rows, String end) {
    return rows.stream()
        .filter(r -> r.text("end").equals(end))
        .findFirst()
        .map(r -> t.percent(r.cell("estimate")))
        .orElse(Tongue.NONE);
  }
}
