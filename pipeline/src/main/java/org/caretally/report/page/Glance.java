package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/** All challenges at a glance, and what was measured. */
final class Glance {
  private Glance() {}

  /** Returns the figure of all challenges and the list of what was measured. */
  static Section section(ReportInput input, Numbering figures) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.GLANCE));
    if (!input.coverage().rows().isEmpty()) {
      items.add(new Heading(t.say("glance.measured")));
      items.add(new TableItem(coverage(t, input), "coverage", true));
    }
    return new Section("at-a-glance", t.say("glance.title"), Audience.EVERYBODY, items);
  }

  private static DataTable coverage(Tongue t, ReportInput input) {
    Map<String, List<Row>> constructs = new LinkedHashMap<>();
    for (Row row : input.coverage().rows()) {
      constructs.computeIfAbsent(row.text("construct"), k -> new ArrayList<>()).add(row);
    }
    DataTable.Builder table =
        new DataTable.Builder("coverage", t.say("glance.table"))
            .words(t.say("common.topic"), t.say("glance.kind"), t.say("glance.by"))
            .numbers(t.say("common.n"))
            .words(t.say("glance.bands"), t.say("glance.source"));
    for (List<Row> rows : constructs.values()) {
      boolean first = true;
      for (Row row : rows) {
        String by = row.text("measured_by");
        table.row(
            first || rows.size() > 1 ? row.text("label") : "",
            t.name("glance.kind", row.text("kind")),
            by.isBlank() ? t.say("glance.unmeasured") : by,
            t.count(row.cell("n")),
            by.isBlank() ? "" : bands(t, row),
            row.text("source"));
        first = false;
      }
    }
    return table.build();
  }

  private static String bands(Tongue t, Row row) {
    return row.text("bands").isBlank() ? t.say("glance.unbanded") : row.text("bands");
  }
}
