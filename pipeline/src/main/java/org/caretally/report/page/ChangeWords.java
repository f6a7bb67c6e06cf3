package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Change;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** What changed since the wave before, and over all waves, in the words of page one. */
final class ChangeWords {
  private static final int NAMED = 4;

  private ChangeWords() {}

  /** A result, its tested change, and the result of the wave before. */
  private record Step(Row after, Row change, Optional<Row> before) {
    Change way() {
      return Change.of(Optional.of(change));
    }

    String meaning() {
      return change.text("meaning");
    }

    boolean clear() {
      return way().clear();
    }

    boolean known() {
      return way() != Change.UNKNOWN;
    }

    String told(Tongue t) {
      String name = Say.brief(after.text("construct_label"));
      return before
          .filter(b -> b.shows("estimate") && after.shows("estimate"))
          .map(b -> t.say("changed.told", "name", name, "from", value(t, b), "to", value(t, after)))
          .orElse(name);
    }

    private static String value(Tongue t, Row row) {
      return row.text("statistic").equals("prevalence")
          ? t.whole(row.cell("estimate"))
          : t.number(row.cell("estimate"));
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
  static List<PageItem> items(Tongue t, Results results) {
    if (results.previous().isEmpty()) {
      return List.of();
    }
    String previous = Say.brief(results.previous().get());
    List<Row> challenges = results.challenges(results.latest()).rows();
    List<Row> factors = results.of("protective").where("headline", "yes").rows();
    List<String> lines = new ArrayList<>();
    lines.addAll(lines(t, steps(results, challenges), "changed.same.challenges", previous));
    lines.addAll(lines(t, steps(results, factors), "changed.same.factors", previous));
    trends(t, results, challenges).ifPresent(lines::add);
    return lines.isEmpty()
        ? List.of()
        : List.of(new Bullets(lines), new Prose(t.say("change.rule")));
  }

  private static List<Step> steps(Results results, List<Row> rows) {
    List<Step> steps = new ArrayList<>();
    for (Row row : rows) {
      results.changes().step(row).ifPresent(c -> steps.add(new Step(row, c, before(results, row))));
    }
    return steps;
  }

  private static List<String> lines(Tongue t, List<Step> all, String same, String wave) {
    List<Step> known = all.stream().filter(Step::known).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Change way : List.of(Change.UP, Change.DOWN)) {
      for (String meaning : List.of("worse", "better", "")) {
        List<String> found =
            known.stream()
                .filter(s -> s.way() == way && s.meaning().equals(meaning))
                .map(s -> s.told(t))
                .toList();
        if (!found.isEmpty()) {
          String key = way == Change.UP ? "changed.higher" : "changed.lower";
          key += meaning.isEmpty() ? "" : "." + meaning;
          lines.add(t.say(key, "wave", wave, "names", t.list(named(t, found))));
        }
      }
    }
    long still = known.stream().filter(s -> !s.clear()).count();
    if (still > 0) {
      lines.add(t.say(same, "wave", wave, "same", still, "known", known.size()));
    }
    return lines;
  }

  /** Says which challenges rise or fall over all waves, where there are more than two. */
  private static Optional<String> trends(Tongue t, Results results, List<Row> rows) {
    List<String> rises = new ArrayList<>();
    List<String> falls = new ArrayList<>();
    int known = 0;
    for (Row row : rows) {
      Change trend = Change.of(results.changes().linear(row));
      known += trend == Change.UNKNOWN ? 0 : 1;
      if (trend.clear()) {
        (trend == Change.UP ? rises : falls).add(Say.brief(row.text("construct_label")));
      }
    }
    if (known == 0) {
      return Optional.empty();
    }
    String wave = Say.brief(results.waves().get(0));
    String up = t.list(named(t, rises));
    String down = t.list(named(t, falls));
    if (rises.isEmpty()) {
      return Optional.of(
          falls.isEmpty()
              ? t.say("changed.trend.none", "wave", wave)
              : t.say("changed.trend.falling", "wave", wave, "falling", down));
    }
    return Optional.of(
        falls.isEmpty()
            ? t.say("changed.trend.rising", "wave", wave, "rising", up)
            : t.say("changed.trend.both", "wave", wave, "rising", up, "falling", down));
  }

  private static List<String> named(Tongue t, List<String> names) {
    if (names.size() <= NAMED) {
      return names;
    }
    List<String> few = new ArrayList<>(names.subList(0, NAMED));
    few.add(t.say("common.more", "count", names.size() - NAMED));
    return few;
  }
}
