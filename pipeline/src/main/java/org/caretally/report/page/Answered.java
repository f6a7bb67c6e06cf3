package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Who answered, in two sentences. */
final class Answered {
  private Answered() {}

  static List<PageItem> items(ReportInput input, Results results) {
    Tongue t = input.tongue();
    List<String> rates = Response.lines(input);
    return List.of(
        new Prose(people(t, input, results)),
        rates.isEmpty() ? new Prose(response(t, input)) : new Bullets(rates),
        new Prose(Represented.sentence(input, results)));
  }

  private static String people(Tongue t, ReportInput input, Results results) {
    List<String> waves = results.waves();
    List<String> words = new ArrayList<>();
    for (Row row : input.flow().where("kind", "analysed")) {
      words.add(analysed(t, row, results));
    }
    if (waves.size() > 1) {
      words.add(t.say("answered.newest", "wave", Say.brief(results.latest())));
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
      words.add(t.say("answered.measured", "measured", measured.size(), "asked", asked.size()));
    }
    return words.isEmpty() ? t.say("answered.unknown") : String.join(" ", words);
  }

  private static String analysed(Tongue t, Row row, Results results) {
    List<String> waves = results.waves();
    String people = t.count(row.cell("rows"));
    if (waves.size() < 2) {
      return row.shows("rows")
          ? t.say("answered.people", "people", people)
          : t.say("answered.hidden");
    }
    String first = Say.brief(waves.get(0));
    String last = Say.brief(results.latest());
    int count = waves.size();
    return row.shows("rows")
        ? t.say("answered.waves", "people", people, "waves", count, "first", first, "last", last)
        : t.say("answered.waves.hidden", "waves", count, "first", first, "last", last);
  }

  /** Returns the share of those invited who are analysed, from the published count only. */
  static OptionalDouble share(ReportInput input) {
    List<Row> analysed = input.flow().where("kind", "analysed");
    OptionalLong invited = input.info().invited();
    return invited.isEmpty() || analysed.isEmpty() || !analysed.get(0).shows("rows")
        ? OptionalDouble.empty()
        : OptionalDouble.of(analysed.get(0).number("rows") / invited.getAsLong());
  }

  private static String response(Tongue t, ReportInput input) {
    OptionalLong invited = input.info().invited();
    OptionalDouble share = share(input);
    if (invited.isEmpty()) {
      return t.say("answered.response.unknown");
    }
    if (share.isEmpty()) {
      return t.say("answered.response.none");
    }
    return t.say(
        "answered.response",
        "invited",
        t.count(invited.getAsLong()),
        "share",
        t.percent(Math.round(100 * share.getAsDouble())));
  }
}
