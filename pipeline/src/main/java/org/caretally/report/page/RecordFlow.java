package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Withheld;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/** What became of every row, and what was found in the answers and done about it. */
final class RecordFlow {
  private RecordFlow() {}

  /** Returns the steps from what was read to what was analysed. */
  static List<PageItem> items(ReportInput input) {
    Tongue t = input.tongue();
    List<Flow.Step> steps = new ArrayList<>();
    for (Row row : input.flow().rows()) {
      String rows = rows(t, row.cell("rows"), input.info().k());
      steps.add(new Flow.Step(row.text("label"), row.text("kind"), rows));
    }
    if (steps.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Flow(steps));
    if (!input.info().profile().equals("public-use")) {
      items.add(new Prose(t.say("flow.how", "k", input.info().k())));
    }
    return items;
  }

  private static String rows(Tongue t, Cell cell, int k) {
    return cell instanceof Withheld ? t.say("flow.few", "k", k) : t.count(cell);
  }

  /** Returns the last step: how many of those analysed have a score, for each scale. */
  static List<PageItem> scored(Tongue t, ProtectedTable scales) {
    if (scales.rows().isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("scales", t.say("flow.scales"))
            .words(t.say("common.scale"))
            .numbers(t.say("flow.complete"), t.say("common.prorated"))
            .numbers(t.say("common.unscorable"), t.say("flow.blank"));
    for (Row row : scales.rows()) {
      table.row(
          row.text("label"),
          t.count(row.cell("complete")),
          t.count(row.cell("prorated")),
          t.count(row.cell("unscorable")),
          t.count(row.cell("blank")));
    }
    return List.of(
        new Heading(t.say("flow.scored")),
        new Prose(t.say("flow.scored.how")),
        new TableItem(table.build(), "scales", true));
  }

  /** Returns the rules of the study with what they met; empty for a study without any. */
  static List<PageItem> quality(ReportInput input) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    if (!input.info().quality().isEmpty()) {
      items.add(new Heading(t.say("quality.noticed")));
      items.add(new Bullets(input.info().quality()));
    }
    ProtectedTable quality = input.quality();
    if (quality.rows().isEmpty()) {
      return items;
    }
    DataTable.Builder table =
        new DataTable.Builder("quality-table", t.say("quality.table"))
            .words(t.say("quality.check"), t.say("quality.rule"), t.say("quality.done"))
            .numbers(t.say("quality.found"));
    for (Row row : quality.rows()) {
      String found = row.text("found").isEmpty() ? "" : " " + row.text("found");
      table.row(
          row.text("label"),
          row.text("rule"),
          row.text("done"),
          t.count(row.cell("count")) + found);
    }
    items.add(new Prose(t.say("quality.how")));
    items.add(new TableItem(table.build(), "quality", true));
    return items;
  }
}
