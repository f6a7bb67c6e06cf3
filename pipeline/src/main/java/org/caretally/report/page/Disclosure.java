package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Withheld;
import org.caretally.disclosure.Withheld.Mark;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** What is withheld and why: the strip at the top and the statement near the end. */
final class Disclosure {
  private Disclosure() {}

  /** Returns what must be known before any number is read. */
  static Notice strip(Info info) {
    List<String> lines = new ArrayList<>();
    lines.add(profile(info));
    lines.add(
        (open(info)
                ? ""
                : "[c] stands for confidential: few people, or needed to keep such a number hidden. ")
            + "[u] stands for unreliable: too imprecise to be useful.");
    return new Notice("Scores are screening results, not diagnoses.", lines);
  }

  private static boolean open(Info info) {
    return info.profile().equals("public-use");
  }

  private static String profile(Info info) {
    if (open(info)) {
      return "The owner of these data declared them public. Nothing is withheld to protect people,"
          + " but few answers on self-harm (profile: public-use).";
    }
    return "Numbers about fewer than "
        + info.k()
        + " people are not shown, and those that are shown are rounded. Where a hidden number could"
        + " be found from others, these are hidden too (profile: "
        + info.profile()
        + ").";
  }

  /** Returns the disclosure statement: rules and counts, never a hidden value. */
  static Section section(ReportInput input) {
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(profile(input.info())));
    items.add(new Bullets(input.info().columns()));
    input.info().protection().forEach(line -> items.add(new Prose(line)));
    items.add(new TableItem(counts(input), "", true));
    Map<String, Integer> reasons = new TreeMap<>();
    for (ProtectedTable table : reasoned(input)) {
      for (Row row : table.rows()) {
        if (!row.text("reason").isBlank()) {
          reasons.merge(row.text("status") + ": " + row.text("reason"), 1, Integer::sum);
        }
      }
    }
    if (!reasons.isEmpty()) {
      DataTable.Builder table =
          new DataTable.Builder("reasons", "Results not shown, by reason")
              .words("Reason")
              .numbers("Results");
      reasons.forEach((reason, count) -> table.row(reason, count.toString()));
      items.add(new TableItem(table.build(), "", true));
    }
    return new Section("disclosure", "Protection of people", Audience.RESEARCHERS, items);
  }

  private static List<ProtectedTable> reasoned(ReportInput input) {
    return List.of(
        input.estimates(),
        input.bands(),
        input.correlations(),
        input.models().lines(),
        input.models().checks(),
        input.models().curves(),
        input.statistics().differences(),
        input.statistics().tests(),
        input.statistics().spread(),
        input.statistics().reliability(),
        input.statistics().descriptives(),
        input.statistics().imputation(),
        input.items().ends(),
        input.items().safety());
  }

  private static DataTable counts(ReportInput input) {
    DataTable.Builder table =
        new DataTable.Builder("withheld", "Numbers shown and withheld in the tables")
            .words("Table")
            .numbers("Rows", "Numbers shown", "[c] confidential", "[u] unreliable");
    row(table, "Estimates", input.estimates());
    row(table, "Severity bands", input.bands());
    row(table, "Correlations", input.correlations());
    row(table, "Regression models", input.models().lines());
    row(table, "Tests and checks of models", input.models().checks());
    row(table, "Curves", input.models().curves());
    row(table, "Differences of groups", input.statistics().differences());
    row(table, "Tests of all groups at once", input.statistics().tests());
    row(table, "Standard deviations and quartiles", input.statistics().spread());
    row(table, "Reliability of scales", input.statistics().reliability());
    row(table, "Totals and ratios", input.statistics().descriptives());
    row(table, "Missing answers filled in", input.statistics().imputation());
    row(table, "Record flow", input.flow());
    row(table, "Data quality", input.quality());
    row(table, "Answered and scored", input.scales());
    row(table, "Lowest and highest scores", input.items().ends());
    row(table, "Answers to each item", input.items().answers());
    row(table, "Self-harm", input.items().safety());
    return table.build();
  }

  private static void row(DataTable.Builder out, String label, ProtectedTable table) {
    int shown = 0;
    int confidential = 0;
    int unreliable = 0;
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        shown += cell instanceof org.caretally.disclosure.Shown ? 1 : 0;
        confidential += marked(cell, Mark.CONFIDENTIAL);
        unreliable += marked(cell, Mark.UNRELIABLE);
      }
    }
    out.row(
        label,
        Numbers.count(table.rows().size()),
        Numbers.count(shown),
        Numbers.count(confidential),
        Numbers.count(unreliable));
  }

  private static int marked(Cell cell, Mark mark) {
    return cell instanceof Withheld withheld && withheld.mark() == mark ? 1 : 0;
  }
}
