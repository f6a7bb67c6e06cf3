package org.caretally.report.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** Who answered, in two sentences. */
final class Answered {
  private Answered() {}

  static List<PageItem> items(ReportInput input, Results results) {
    List<String> rates = Response.lines(input);
    return List.of(
        new Prose(people(input, results)),
        rates.isEmpty() ? new Prose(response(input)) : new Bullets(rates));
  }

  private static String people(ReportInput input, Results results) {
    List<String> waves = results.waves();
    StringBuilder words = new StringBuilder();
    for (Row row : input.flow().where("kind", "analysed")) {
      words.append(
          row.shows("rows")
              ? Numbers.count(row.cell("rows")) + " people are analysed"
              : "How many people are analysed is not shown");
      if (waves.size() > 1) {
        words.append(", in ").append(waves.size()).append(" waves, ");
        words.append(Say.brief(waves.get(0))).append(" to ").append(Say.brief(results.latest()));
      }
      words.append(". ");
    }
    if (waves.size() > 1) {
      words.append("Results are those of ").append(Say.brief(results.latest()));
      words.append(" unless another wave is named. ");
    }
    Set<String> asked = new LinkedHashSet<>();
    Set<String> measured = new LinkedHashSet<>();
    for (Row row : input.coverage().where("kind", "challenge")) {
      // insomnia and hypersomnia are one challenge, sleep disorders
      asked.add(row.text("topic"));
      if (!row.text("measured_by").isBlank()) {
        measured.add(row.text("topic"));
      }
    }
    if (!asked.isEmpty()) {
      words.append(measured.size()).append(" of ").append(asked.size());
      words.append(" challenges were measured.");
    }
    return words.isEmpty()
        ? "The number of people analysed is not given."
        : words.toString().strip();
  }

  /** Returns the share of those invited who are analysed, from the published count only. */
  static OptionalDouble share(ReportInput input) {
    List<Row> analysed = input.flow().where("kind", "analysed");
    OptionalLong invited = input.info().invited();
    return invited.isEmpty() || analysed.isEmpty() || !analysed.get(0).shows("rows")
        ? OptionalDouble.empty()
        : OptionalDouble.of(analysed.get(0).number("rows") / invited.getAsLong());
  }

  private static String response(ReportInput input) {
    String differ = " People who did not answer may differ from those who did.";
    OptionalLong invited = input.info().invited();
    OptionalDouble share = share(input);
    if (invited.isEmpty()) {
      return "A response rate is not given: the number of people invited is not known." + differ;
    }
    if (share.isEmpty()) {
      return "A response rate is not given." + differ;
    }
    return "Of "
        + Numbers.count(invited.getAsLong())
        + " people invited, about "
        + Math.round(100 * share.getAsDouble())
        + "% are analysed here."
        + differ;
  }
}
