package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Change;
import org.caretally.report.chart.People;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Writes the headlines: the largest shares at a cut-off, with their uncertainty and change. */
final class Headline {
  private static final int MOST = 6;

  private Headline() {}

  /** Returns the headlines and what they mean; nothing when no share is shown. */
  static List<PageItem> items(Tongue t, Results results) {
    List<Headlines.Line> lines = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      if (lines.size() < MOST && row.shows("estimate")) {
        lines.add(line(t, results, row));
      }
    }
    return lines.isEmpty()
        ? List.of()
        : List.of(new Headlines(lines), new Prose(t.say("headlines.diagnosis")));
  }

  private static Headlines.Line line(Tongue t, Results results, Row row) {
    return new Headlines.Line(
        Say.whole(row.text("construct_label")),
        sentence(t, row) + change(t, results, row),
        Composer.join(
            ", ", Say.whole(row.text("scale_label")), Say.whole(row.text("cutoff_label"))),
        People.row(row.number("estimate")));
  }

  /** Writes a headline from published numbers; whole percentages, rounded from what is printed. */
  static String sentence(Tongue t, Row row) {
    String share = t.whole(row.cell("estimate"));
    Optional<String> people = Say.fraction(t, row.number("estimate"));
    if (!Say.bounded(row)) {
      return people.isPresent()
          ? t.say("headline.fraction", "people", people.get(), "share", share)
          : t.say("headline.share", "share", share);
    }
    String low = t.whole(row.cell("ci_low"));
    String high = t.whole(row.cell("ci_high"));
    return people
        .map(
            p ->
                t.say(
                    "headline.fraction.likely",
                    "people",
                    p,
                    "share",
                    share,
                    "low",
                    low,
                    "high",
                    high))
        .orElseGet(() -> t.say("headline.share.likely", "share", share, "low", low, "high", high));
  }

  /** Says what a test says about the wave before; empty text where nothing is said. */
  private static String change(Tongue t, Results results, Row row) {
    Change change = Change.of(results.changes().step(row));
    Optional<Row> before = ChangeWords.before(results, row).filter(b -> b.shows("estimate"));
    if (before.isEmpty() || change == Change.UNKNOWN) {
      return "";
    }
    String key = "headline.same";
    if (change.clear()) {
      String meaning = ChangeWords.meaning(results, row);
      String end = meaning.isEmpty() ? "" : "." + meaning;
      key = (change == Change.UP ? "headline.higher" : "headline.lower") + end;
    }
    String wave = Say.brief(before.get().text("wave"));
    return " " + t.say(key, "wave", wave, "share", t.whole(before.get().cell("estimate")));
  }
}
