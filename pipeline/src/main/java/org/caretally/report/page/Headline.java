package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.People;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Changes;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** Writes the headlines: the largest shares at a cut-off, with their uncertainty and change. */
final class Headline {
  private static final int MOST = 6;

  private Headline() {}

  /** Returns the headlines and what they mean; nothing when no share is shown. */
  static List<PageItem> items(Results results) {
    List<Headlines.Line> lines = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      if (lines.size() < MOST && row.shows("estimate")) {
        lines.add(line(results, row));
      }
    }
    return lines.isEmpty()
        ? List.of()
        : List.of(
            new Headlines(lines),
            new Prose(
                "At or beyond a cut-off: a closer look would be worthwhile. It is not a diagnosis of"
                    + " anybody."));
  }

  private static Headlines.Line line(Results results, Row row) {
    return new Headlines.Line(
        Say.brief(row.text("construct_label")),
        sentence(row) + change(results, row),
        Composer.join(
            ", ", Say.brief(row.text("scale_label")), Say.brief(row.text("cutoff_label"))),
        People.row(row.number("estimate")));
  }

  /** Writes a headline from published numbers; whole percentages, rounded from what is printed. */
  static String sentence(Row row) {
    String percent = Numbers.whole(row.cell("estimate"));
    String likely =
        Say.bounded(row)
            ? "likely between "
                + Numbers.whole(row.cell("ci_low"))
                + " and "
                + Numbers.whole(row.cell("ci_high"))
            : "";
    StringBuilder words =
        new StringBuilder(
            Say.fraction(row.number("estimate"))
                .map(f -> "about " + people(f) + " (" + Composer.join(", ", percent, likely) + ")")
                .orElse(percent + " of people" + (likely.isEmpty() ? "" : " (" + likely + ")")));
    return words.append(" are at or beyond the cut-off.").toString();
  }

  private static String people(String fraction) {
    return fraction.equals("half") ? "half of the people" : fraction + " people";
  }

  /** Says what a test says about the wave before; empty text where nothing is said. */
  private static String change(Results results, Row row) {
    String change = Changes.word(results.changes().step(row));
    Optional<Row> before = ChangeWords.before(results, row).filter(b -> b.shows("estimate"));
    if (before.isEmpty() || change.equals(Changes.SILENT)) {
      return "";
    }
    String wave =
        Say.brief(before.get().text("wave"))
            + " ("
            + Numbers.whole(before.get().cell("estimate"))
            + ")";
    if (!change.equals("higher") && !change.equals("lower")) {
      return " No clear change from " + wave + ".";
    }
    String meaning = ChangeWords.meaning(results, row);
    return " "
        + (change.equals("higher") ? "Higher than in " : "Lower than in ")
        + wave
        + (meaning.isEmpty() ? "." : ", which is " + meaning + ".");
  }
}
