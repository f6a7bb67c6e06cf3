package org.caretally.report.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/**
 * Which group answered least beside the workforce, from the published whole percentages of the
 * sample and of known headcounts.
 */
final class Represented {
  private static final Pattern PERCENT = Pattern.compile("([0-9]+)[ \\u00a0]%.*");

  private Represented() {}

  /** Returns one sentence: the group, that there is none, or that it cannot be known. */
  static String sentence(ReportInput input, Results results) {
    Tongue t = input.tongue();
    String wave = results.waves().size() > 1 ? results.latest() + ", " : "";
    Row least = null;
    boolean known = false;
    for (Row row : input.quality().where("check", "weighting")) {
      if (row.text("label").startsWith(wave)
          && share(row, "rule") >= 0
          && share(row, "done") >= 0) {
        known = true;
        if (missing(row) > 0 && (least == null || missing(row) > missing(least))) {
          least = row;
        }
      }
    }
    if (least == null) {
      return t.say(known ? "answered.least.none" : "answered.least.unknown");
    }
    return t.say(
        "answered.least",
        "group",
        Say.whole(least.text("label").substring(wave.length())),
        "sample",
        t.percent(share(least, "done")),
        "workforce",
        t.percent(share(least, "rule")));
  }

  private static long missing(Row row) {
    return share(row, "rule") - share(row, "done");
  }

  /** Returns the percentage a text begins with, or -1. */
  private static long share(Row row, String column) {
    Matcher matcher = PERCENT.matcher(row.text(column));
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
