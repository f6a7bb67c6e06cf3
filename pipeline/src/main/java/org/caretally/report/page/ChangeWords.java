package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Changes;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** What changed since the wave before, and over all waves, in the words of page one. */
final class ChangeWords {
  private static final int NAMED = 4;
  private static final String HIGHER = "higher";
  private static final String LOWER = "lower";

  private ChangeWords() {}

  /** A result, its tested change, and the result of the wave before. */
  private record Step(Row after, Row change, Optional<Row> before) {
    String word() {
      return Changes.word(Optional.of(change));
    }

    String meaning() {
      return change.text("meaning");
    }

    boolean clear() {
      return word().equals(HIGHER) || word().equals(LOWER);
    }

    boolean known() {
      return !word().equals(Changes.SILENT);
    }

    String told() {
      String name = Say.brief(after.text("construct_label"));
      return before
          .filter(b -> b.shows("estimate") && after.shows("estimate"))
          .map(b -> name + " (" + value(b) + " to " + value(after) + ")")
          .orElse(name);
    }

    private static String value(Row row) {
      return row.text("statistic").equals("prevalence")
          ? Numbers.whole(row.cell("estimate"))
          : Numbers.number(row.cell("estimate"));
    }
  }

  /** Returns a result of the wave before. */
  static Optional<Row> before(Results results, Row row) {
    return results.previous().stream()
        .flatMap(w -> results.everybody(w).where("measure", row.text("measure")).rows().stream())
        .filter(r -> r.text("statistic").equals(row.text("statistic")))
        .filter(r -> r.text("construct").equals(row.text("construct")))
        .findFirst();
  }

  /** Returns what a change of a result means: better, worse, or empty text. */
  static String meaning(Results results, Row row) {
    return results.changes().step(row).map(r -> r.text("meaning")).orElse("");
  }

  /** Returns the challenges that are clearly worse than in the wave before. */
  static List<Row> worse(Results results) {
    return steps(results, results.challenges(results.latest()).rows()).stream()
        .filter(s -> s.clear() && s.meaning().equals("worse"))
        .map(Step::after)
        .toList();
  }

  /** Returns the sentences; nothing where there is nothing to compare with. */
  static List<PageItem> items(Results results) {
    if (results.previous().isEmpty()) {
      return List.of();
    }
    String previous = Say.brief(results.previous().get());
    List<Row> challenges = results.challenges(results.latest()).rows();
    List<Row> factors = results.of("protective").where("headline", "yes").rows();
    List<String> lines = new ArrayList<>();
    lines.addAll(lines(steps(results, challenges), "challenges", previous));
    lines.addAll(lines(steps(results, factors), "protective factors", previous));
    trends(results, challenges).ifPresent(lines::add);
    return lines.isEmpty() ? List.of() : List.of(new Bullets(lines), new Prose(Say.CHANGE_RULE));
  }

  private static List<Step> steps(Results results, List<Row> rows) {
    List<Step> steps = new ArrayList<>();
    for (Row row : rows) {
      results.changes().step(row).ifPresent(c -> steps.add(new Step(row, c, before(results, row))));
    }
    return steps;
  }

  private static List<String> lines(List<Step> all, String what, String wave) {
    List<Step> known = all.stream().filter(Step::known).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (String way : List.of(HIGHER, LOWER)) {
      for (String meaning : List.of("worse", "better", "")) {
        List<Step> found =
            known.stream()
                .filter(s -> s.word().equals(way) && s.meaning().equals(meaning))
                .toList();
        if (!found.isEmpty()) {
          lines.add(
              (way.equals(HIGHER) ? "Higher" : "Lower")
                  + " than in "
                  + wave
                  + (meaning.isEmpty() ? ": " : ", which is " + meaning + ": ")
                  + Say.list(named(found.stream().map(Step::told).toList()))
                  + ".");
        }
      }
    }
    long same = known.stream().filter(s -> !s.clear()).count();
    if (same > 0) {
      lines.add(
          "No clear change from "
              + wave
              + " in "
              + same
              + " of "
              + known.size()
              + " "
              + what
              + ".");
    }
    return lines;
  }

  /** Says which challenges rise or fall over all waves, where there are more than two. */
  private static Optional<String> trends(Results results, List<Row> rows) {
    List<String> rises = new ArrayList<>();
    List<String> falls = new ArrayList<>();
    int known = 0;
    for (Row row : rows) {
      String word = Changes.word(results.changes().linear(row));
      known += word.equals(Changes.SILENT) ? 0 : 1;
      if (word.startsWith("ris")) {
        rises.add(Say.brief(row.text("construct_label")));
      } else if (word.startsWith("fall")) {
        falls.add(Say.brief(row.text("construct_label")));
      }
    }
    if (known == 0) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (!rises.isEmpty()) {
      parts.add("rising: " + Say.list(named(rises)));
    }
    if (!falls.isEmpty()) {
      parts.add("falling: " + Say.list(named(falls)));
    }
    return Optional.of(
        "Over all waves since "
            + Say.brief(results.waves().get(0))
            + ", "
            + (parts.isEmpty() ? "no clear trend" : String.join("; ", parts))
            + ".");
  }

  private static List<String> named(List<String> names) {
    if (names.size() <= NAMED) {
      return names;
    }
    List<String> few = new ArrayList<>(names.subList(0, NAMED));
    few.add((names.size() - NAMED) + " more");
    return few;
  }
}
