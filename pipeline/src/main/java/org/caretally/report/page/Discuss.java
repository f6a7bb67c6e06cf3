package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

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
    List<String> lines = new ArrayList<>();
    largest(results).ifPresent(lines::add);
    ChangeWords.worse(results).stream().limit(EACH).forEach(r -> lines.add(worse(r, results)));
    groups(input.statistics().differences(), results).forEach(lines::add);
    trends(input.statistics().tests(), results).forEach(lines::add);
    response(input).ifPresent(lines::add);
    unmeasured(input.coverage()).ifPresent(lines::add);
    if (input.info().support().isEmpty()) {
      lines.add(
          "No place of support is named in this report. Where can people get help, and do they know?");
    }
    return lines.isEmpty()
        ? List.of()
        : List.of(
            new Prose(
                "Questions that these results raise. They are made by fixed rules from numbers above"
                    + " and are about the organisation of work, not about single people."),
            new Bullets(lines));
  }

  private static Optional<String> largest(Results results) {
    return results.challenges(results.latest()).rows().stream()
        .filter(r -> r.shows("estimate") && r.number("estimate") >= LEAST)
        .findFirst()
        .map(
            r ->
                topic(r)
                    + " has the largest share at or beyond its cut-off, "
                    + Numbers.whole(r.cell("estimate"))
                    + ". What do teams say about it, and what would they want to change first?");
  }

  private static String worse(Row row, Results results) {
    return topic(row)
        + " is worse than in "
        + Say.brief(results.previous().orElse(""))
        + ". What was different in the meantime, and who would know?";
  }

  /** Returns the groups with the largest clear difference to the worse, one for each challenge. */
  private static List<String> groups(ProtectedTable differences, Results results) {
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
            topic(row)
                + " is higher in the group \u201c"
                + Say.brief(row.text("level_label"))
                + "\u201d ("
                + lower(row.text("domain_label"))
                + ") than in the rest, by "
                + Compared.size(row)
                + ". How do conditions of work differ there, and what has this group itself asked for?");
      }
    }
    return lines;
  }

  private static List<String> trends(ProtectedTable tests, Results results) {
    return Grid.of(tests).where("wave", results.latest()).where("headline", "yes").rows().stream()
        .filter(r -> r.text("statistic").equals("prevalence_trend"))
        .filter(r -> r.text("result").equals("rises"))
        .limit(1)
        .map(
            r ->
                topic(r)
                    + " rises over the bands of \u201c"
                    + lower(r.text("domain_label"))
                    + "\u201d. Is the range that people work in today the one that was agreed?")
        .toList();
  }

  private static Optional<String> response(ReportInput input) {
    OptionalDouble share = Answered.share(input);
    return share.isPresent() && Math.rint(100 * share.getAsDouble()) < 100 * RESPONSE
        ? Optional.of(
            "About "
                + Math.round(100 * (1 - share.getAsDouble()))
                + "% of those invited are not in these results. Which voices may be missing, and how"
                + " could the next survey reach them?")
        : Optional.empty();
  }

  private static Optional<String> unmeasured(ProtectedTable coverage) {
    List<String> missing = new ArrayList<>();
    for (Row row : coverage.where("kind", "challenge")) {
      if (row.text("measured_by").isBlank()) {
        missing.add(Say.brief(row.text("label")));
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names =
        missing.size() > 3
            ? missing.size() + " challenges were"
            : Say.list(missing) + (missing.size() == 1 ? " was" : " were");
    return Optional.of(names + " not measured. Should the next survey ask about them?");
  }

  private static String topic(Row row) {
    return Say.brief(row.text("construct_label"));
  }

  private static String lower(String label) {
    return Say.brief(label).toLowerCase(Locale.ROOT);
  }
}
