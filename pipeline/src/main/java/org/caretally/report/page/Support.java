package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Numbers;

/** Where people can get help. The product itself knows no numbers to call. */
final class Support {
  private Support() {}

  static List<PageItem> items(ReportInput input) {
    Info info = input.info();
    List<PageItem> items = new ArrayList<>();
    items.add(
        info.support().isEmpty()
            ? new Notice(
                "No support was named",
                List.of(
                    "Whoever publishes this report should say here where people can get help:"
                        + " the study file has a place for it."))
            : new Notice("Help is there", info.support()));
    input.items().safety().rows().forEach(r -> items.add(safety(r, info.waves())));
    return items;
  }

  /** One sentence for the whole survey; there is no other number on the subject. */
  private static Prose safety(Row row, List<String> waves) {
    String when = waves.size() > 1 ? ", " + Say.brief(row.text("wave")) : "";
    String share =
        row.shows("estimate")
            ? Numbers.percent(row.cell("estimate"))
                + " (95% interval "
                + Numbers.interval(row)
                + "%)"
            : Composer.join(", ", "not shown", row.text("reason"));
    return new Prose(
        row.text("label")
            + when
            + ": "
            + share
            + ". This is the only number on this question; it is never given for groups.");
  }
}
