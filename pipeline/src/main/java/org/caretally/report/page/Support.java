package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.words.Tongue;

/** Where people can get help. The product itself knows no numbers to call. */
final class Support {
  private Support() {}

  static List<PageItem> items(ReportInput input) {
    Info info = input.info();
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    items.add(
        info.support().isEmpty()
            ? new Notice(t.say("support.none"), List.of(t.say("support.none.how")))
            : new Notice(t.say("support.there"), info.support()));
    input.items().safety().rows().forEach(r -> items.add(safety(t, r, info.waves())));
    return items;
  }

  /** One sentence for the whole survey; there is no other number on the subject. */
  private static Prose safety(Tongue t, Row row, List<String> waves) {
    String when = waves.size() > 1 ? Say.brief(row.text("wave")) : "";
    String what = Composer.join(", ", row.text("label"), when);
    return new Prose(
        row.shows("estimate")
            ? t.say(
                "support.safety",
                "what",
                what,
                "share",
                t.percent(row.cell("estimate")),
                "interval",
                t.interval(row))
            : t.say(
                "support.safety.hidden",
                "what",
                what,
                "reason",
                Composer.join(", ", t.say("common.hidden"), row.text("reason"))));
  }
}
