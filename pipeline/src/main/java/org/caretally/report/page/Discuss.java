package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/**
 * Questions to discuss, made from results by fixed rules: each rule asks at most two, about groups,
 * conditions and the survey, never about a person, and none says what to do.
 */
final class Discuss {
  private static final int EACH = 2;
  private static final double RESPONSE = .6;
  private static final double LEAST = .01;

  private Discuss() {}

  static List<PageItem> items(ReportInput input, Results results) {
    Tongue t = input.tongue();
    List<String> lines = new ArrayList<>();
    largest(t, results).ifPresent(lines::add);
    ChangeWords.worse(results).stream().limit(EACH).forEach(r -> lines.add(worse(t, r, results)));
    groups(t, input.statistics().differences(), results).forEach(lines::add);
    trends(t, input.statistics().tests(), results).forEach(lines::add);
    response(t, input).ifPresent(lines::add);
    unmeasured(t, input.coverage()).ifPresent(lines::add);
    if (input.info().support().isEmpty()) {
      lines.add(t.say("discuss.support"));
    }
    return lines.isEmpty()
        ? List.of()
        : List.of(new Prose(t.say("discuss.how")), new Bullets(lines));
  }

  private static Optional<String> largest(Tongue t, Results results) {
    return results.challenges(results.latest()).rows().stream()
        .filter(r -> r.shows("estimate") && r.number("estimate") >= LEAST)
        .findFirst()
        .map(
            r -> t.say("discuss.largest", "topic", topic(r), "share", t.whole(r.cell("estimate"))));
  }

  private static String worse(Tongue t, Row row, Results results) {
    String wave = Say.brief(results.previous().orElse(""));
    return t.say("discuss.worse", "topic", topic(row), "wave", wave);
  }

  /** Returns the groups with the largest clear difference to the worse, one for each challenge. */
  private static List<String> groups(Tongue t, ProtectedTable differences, Results results) {
    List<Row> clear =
        Grid.of(differences)
            .where("wave", results.latest())
            .where("against", "rest")
            .where("statistic", "prevalence_difference")
            .where("headline", "yes")
            .sorted("estimate", true)
            .rows()
            .stream()
            .filter(r -> r.shows("estimate") && r.text("direction").equals("worse"))
            .filter(r -> r.text("result").equals("higher"))
            .toList();
    List<String> seen = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Row row : clear) {
      if (lines.size() < EACH && !seen.contains(row.text("level_label"))) {
        seen.add(row.text("level_label"));
        lines.add(
            t.say(
                "discuss.group",
                "topic",
                topic(row),
                "group",
                Say.brief(row.text("level_label")),
                "breakdown",
                inside(t, row),
                "size",
                Compared.size(t, row)));
      }
    }
    return lines;
  }

  private static List<String> trends(Tongue t, ProtectedTable tests, Results results) {
    return Grid.of(tests).where("wave", results.latest()).where("headline", "yes").rows().stream()
        .filter(r -> r.text("statistic").equals("prevalence_trend"))
        .filter(r -> r.text("result").equals("rises"))
        .limit(1)
        .map(r -> t.say("discuss.trend", "topic", topic(r), "breakdown", inside(t, r)))
        .toList();
  }

  private static Optional<String> response(Tongue t, ReportInput input) {
    OptionalDouble share = Answered.share(input);
    return share.isPresent() && Math.rint(100 * share.getAsDouble()) < 100 * RESPONSE
        ? Optional.of(
            t.say(
                "discuss.response",
                "share",
                t.percent(Math.round(100 * (1 - share.getAsDouble())))))
        : Optional.empty();
  }

  private static Optional<String> unmeasured(Tongue t, ProtectedTable coverage) {
    List<String> missing = new ArrayList<>();
    for (Row row : coverage.where("kind", "challenge")) {
      if (row.text("measured_by").isBlank()) {
        missing.add(Say.brief(row.text("label")));
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        missing.size() > 3
            ? t.say("discuss.unmeasured.many", "count", missing.size())
            : t.say("discuss.unmeasured", "count", missing.size(), "names", t.list(missing)));
  }

  private static String topic(Row row) {
    return Say.brief(row.text("construct_label"));
  }

  private static String inside(Tongue t, Row row) {
    return t.inside(Say.brief(row.text("domain_label")));
  }
}
