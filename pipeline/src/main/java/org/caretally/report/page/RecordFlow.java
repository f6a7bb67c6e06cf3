package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Withheld;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** What became of every row, and what was found in the answers and done about it. */
final class RecordFlow {
  private RecordFlow() {}

  /** Returns the steps from what was read to what was analysed. */
  static List<PageItem> items(ReportInput input) {
    List<Flow.Step> steps = new ArrayList<>();
    for (Row row : input.flow().rows()) {
      String rows = rows(row.cell("rows"), input.info().k());
      steps.add(new Flow.Step(row.text("label"), row.text("kind"), rows));
    }
    if (steps.isEmpty()) {
      return List.of();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Flow(steps));
    if (!input.info().profile().equals("public-use")) {
      items.add(
          new Prose(
              "Each row is counted once, under the first reason that applies. Counts are rounded to"
                  + " the nearest 5, so they may not add up exactly; those below "
                  + input.info().k()
                  + " are not shown."));
    }
    return items;
  }

  private static String rows(Cell cell, int k) {
    return cell instanceof Withheld ? "fewer than " + k : Numbers.count(cell);
  }

  /** Returns the last step: how many of those analysed have a score, for each scale. */
  static List<PageItem> scored(ProtectedTable scales) {
    if (scales.rows().isEmpty()) {
      return List.of();
    }
    DataTable.Builder table =
        new DataTable.Builder("scales", "People by how a scale could be scored")
            .words("Scale")
            .numbers("Complete", "Prorated", "Cannot be scored", "Blank");
    for (Row row : scales.rows()) {
      table.row(
          row.text("label"),
          Numbers.count(row.cell("complete")),
          Numbers.count(row.cell("prorated")),
          Numbers.count(row.cell("unscorable")),
          Numbers.count(row.cell("blank")));
    }
    return List.of(
        new Heading("From people analysed to scores"),
        new Prose(
            "Prorated: some items are missing, and the published rule of the instrument allows a"
                + " score from the others. Cannot be scored: too many items are missing."),
        new TableItem(table.build(), "scales", true));
  }

  /** Returns the rules of the study with what they met; empty for a study without any. */
  static List<PageItem> quality(ReportInput input) {
    List<PageItem> items = new ArrayList<>();
    if (!input.info().quality().isEmpty()) {
      items.add(new Heading("What was noticed in the answers"));
      items.add(new Bullets(input.info().quality()));
    }
    ProtectedTable quality = input.quality();
    if (quality.rows().isEmpty()) {
      return items;
    }
    DataTable.Builder table =
        new DataTable.Builder("quality-table", "What was looked for, what was found, what was done")
            .words("Check or variable", "Rule", "Done")
            .numbers("Rows or answers");
    for (Row row : quality.rows()) {
      String found = row.text("found").isEmpty() ? "" : " " + row.text("found");
      table.row(
          row.text("label"),
          row.text("rule"),
          row.text("done"),
          Numbers.count(row.cell("count")) + found);
    }
    items.add(
        new Prose(
            "These rules stand in the study file."
                + " Rows set aside are not part of any result. Answers are counted in the rows that"
                + " stay."));
    items.add(new TableItem(table.build(), "quality", true));
    return items;
  }
}
