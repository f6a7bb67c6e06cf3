package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Conditions of work and protective factors, and the mean scores of the challenges. */
final class Factors {
  private Factors() {}

  static Optional<Section> section(ReportInput input, Material material) {
    List<PageItem> items = new ArrayList<>();
    Results results = material.results();
    Tongue t = material.tongue();
    add(t, items, "factors", t.say("conditions.factors"), results.of("protective"), true);
    add(t, items, "context", t.say("conditions.context"), results.of("context"), true);
    add(t, items, "challenge-means", t.say("conditions.means"), results.challengeMeans(), false);
    add(t, items, "further", t.say("conditions.further"), results.of("further"), false);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    items.add(0, new Prose(t.say("conditions.scales")));
    return Optional.of(
        new Section("conditions", t.say("conditions.title"), Audience.MANAGERS, items));
  }

  private static void add(
      Tongue t, List<PageItem> items, String id, String caption, Grid rows, boolean open) {
    if (!rows.isEmpty()) {
      items.add(new TableItem(table(t, id, caption, rows), "", open));
    }
  }

  private static DataTable table(Tongue t, String id, String caption, Grid rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(t.say("common.measure"), t.say("groups.result"))
            .numbers(t.say("results.value"), t.say("common.interval"), t.say("common.n"))
            .words(t.say("conditions.direction"));
    for (Row row : rows.rows()) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          Compared.measure(row),
          share
              ? t.say("conditions.share", "cutoff", Tongue.plain(row.cell("cutoff_label")))
              : t.name("statistic", row.text("statistic")),
          share ? t.percent(row.cell("estimate")) : t.number(row.cell("estimate")),
          share ? t.interval(row) : t.span(row),
          t.count(row.cell("n")),
          t.name("direction", Tongue.plain(row.cell("direction"))));
    }
    return table.build();
  }
}
