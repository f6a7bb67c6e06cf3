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
import org.caretally.report.words.Tongue;

/** What is withheld and why: the strip at the top and the statement near the end. */
final class Disclosure {
  private Disclosure() {}

  /** Returns what must be known before any number is read. */
  static Notice strip(Info info) {
    Tongue t = info.tongue();
    List<String> lines = new ArrayList<>();
    lines.add(profile(info));
    lines.add(t.say(open(info) ? "strip.marks.open" : "strip.marks"));
    return new Notice(t.say("strip.title"), lines);
  }

  private static boolean open(Info info) {
    return info.profile().equals("public-use");
  }

  private static String profile(Info info) {
    Tongue t = info.tongue();
    return open(info)
        ? t.say("strip.open")
        : t.say("strip.protected", "k", info.k(), "profile", info.profile());
  }

  /** Returns the disclosure statement: rules and counts, never a hidden value. */
  static Section section(ReportInput input) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(profile(input.info())));
    items.add(new Bullets(input.info().columns()));
    input.info().protection().forEach(line -> items.add(new Prose(line)));
    items.add(new TableItem(counts(t, input), "", true));
    Map<String, Integer> reasons = new TreeMap<>();
    for (ProtectedTable table : reasoned(input)) {
      for (Row row : table.rows()) {
        if (!row.text("reason").isBlank()) {
          String status = t.name("common.status", row.text("status"));
          reasons.merge(status + ": " + row.text("reason"), 1, Integer::sum);
        }
      }
    }
    if (!reasons.isEmpty()) {
      DataTable.Builder table =
          new DataTable.Builder("reasons", t.say("disclosure.reasons"))
              .words(t.say("disclosure.reason"))
              .numbers(t.say("disclosure.results"));
      reasons.forEach((reason, count) -> table.row(reason, t.count(count)));
      items.add(new TableItem(table.build(), "", true));
    }
    return new Section("disclosure", t.say("disclosure.title"), Audience.RESEARCHERS, items);
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
        input.items().safety(),
        input.background().distributions());
  }

  private static DataTable counts(Tongue t, ReportInput input) {
    DataTable.Builder table =
        new DataTable.Builder("withheld", t.say("disclosure.table"))
            .words(t.say("disclosure.which"))
            .numbers(t.say("disclosure.rows"), t.say("disclosure.shown"))
            .numbers(t.say("disclosure.confidential"), t.say("disclosure.unreliable"));
    row(t, table, t.say("results.estimates"), input.estimates());
    row(t, table, t.say("files.bands"), input.bands());
    row(t, table, t.say("results.correlations"), input.correlations());
    row(t, table, t.say("results.models"), input.models().lines());
    row(t, table, t.say("results.checks"), input.models().checks());
    row(t, table, t.say("files.curves"), input.models().curves());
    row(t, table, t.say("files.differences"), input.statistics().differences());
    row(t, table, t.say("files.tests"), input.statistics().tests());
    row(t, table, t.say("files.spread"), input.statistics().spread());
    row(t, table, t.say("scores.reliability"), input.statistics().reliability());
    row(t, table, t.say("disclosure.totals"), input.statistics().descriptives());
    row(t, table, t.say("files.imputation"), input.statistics().imputation());
    row(t, table, t.say("flow.title"), input.flow());
    row(t, table, t.say("quality.title"), input.quality());
    row(t, table, t.say("files.scales"), input.scales());
    row(t, table, t.say("files.ends"), input.items().ends());
    row(t, table, t.say("items.answers"), input.items().answers());
    row(t, table, t.say("disclosure.harm"), input.items().safety());
    row(t, table, t.say("files.distributions"), input.background().distributions());
    return table.build();
  }

  private static void row(Tongue t, DataTable.Builder out, String label, ProtectedTable table) {
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
        t.count(table.rows().size()),
        t.count(shown),
        t.count(confidential),
        t.count(unreliable));
  }

  private static int marked(Cell cell, Mark mark) {
    return cell instanceof Withheld withheld && withheld.mark() == mark ? 1 : 0;
  }
}
