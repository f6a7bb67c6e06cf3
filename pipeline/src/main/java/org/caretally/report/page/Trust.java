package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Change;
import org.caretally.report.chart.Say;
import org.caretally.report.page.Lights.Light;
import org.caretally.report.page.Lights.State;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/**
 * How far the results can be trusted: five judgements from published numbers by thresholds that are
 * fixed here and explained in {@code docs/methods/report-words.md}.
 */
final class Trust {
  private static final double RELIABLE = .70;
  private static final int NAMED = 2;

  private Trust() {}

  static List<Light> lights(ReportInput input, Results results) {
    Tongue t = input.tongue();
    return List.of(
        response(t, input),
        missing(t, input, results),
        reliability(t, input, results),
        comparable(t, results),
        hidden(t, results));
  }

  /** Returns good from one value up and weak below another. */
  static State state(double value, double good, double weak) {
    return value >= good ? State.GOOD : value < weak ? State.WEAK : State.CARE;
  }

  private static Light response(Tongue t, ReportInput input) {
    OptionalDouble share = Answered.share(input);
    if (share.isEmpty()) {
      return new Light(t.say("trust.response"), State.UNKNOWN, t.say("trust.response.unknown"));
    }
    double percent = Math.rint(100 * share.getAsDouble());
    return new Light(
        t.say("trust.response"),
        state(percent, 60, 40),
        t.say("trust.response.share", "share", t.percent((long) percent)));
  }

  private static Light missing(Tongue t, ReportInput input, Results results) {
    String label = t.say("trust.missing");
    List<Row> analysed = input.flow().where("kind", "analysed");
    Set<String> scales = scales(results);
    Row worst = null;
    double least = 1;
    for (Row row : input.scales().rows()) {
      boolean used = scales.contains(row.text("measure"));
      if (used && row.shows("complete") && row.shows("prorated") && shown(analysed)) {
        double scored = row.number("complete") + row.number("prorated");
        double share = Math.min(1, scored / analysed.get(0).number("rows"));
        least = Math.min(least, share);
        worst = worst == null || share <= least ? row : worst;
      }
    }
    if (worst == null) {
      return new Light(label, State.UNKNOWN, t.say("trust.missing.hidden"));
    }
    double percent = Math.rint(100 * (1 - least));
    return new Light(
        label,
        percent <= 5 ? State.GOOD : percent > 20 ? State.WEAK : State.CARE,
        t.say(
            "trust.missing.share",
            "scale",
            Say.brief(worst.text("label")),
            "share",
            t.percent((long) percent)));
  }

  private static boolean shown(List<Row> analysed) {
    return !analysed.isEmpty()
        && analysed.get(0).shows("rows")
        && analysed.get(0).number("rows") > 0;
  }

  /** Returns the scales that stand for a challenge or a protective factor. */
  private static Set<String> scales(Results results) {
    Set<String> scales = new LinkedHashSet<>();
    for (String kind : List.of("challenge", "protective")) {
      results.of(kind).where("headline", "yes").rows().forEach(r -> scales.add(r.text("scale")));
    }
    return scales;
  }

  private static Light reliability(Tongue t, ReportInput input, Results results) {
    Set<String> scales = scales(results);
    List<Row> rows =
        Grid.of(input.statistics().reliability())
            .where("wave", results.latest())
            .where("statistic", "alpha")
            .rows()
            .stream()
            .filter(r -> r.shows("estimate") && scales.contains(r.text("scale")))
            .toList();
    if (rows.isEmpty()) {
      return new Light(t.say("trust.reliability"), State.UNKNOWN, t.say("trust.reliability.none"));
    }
    List<String> low = new ArrayList<>();
    for (Row row : rows) {
      if (row.number("estimate") < RELIABLE) {
        low.add(Say.brief(row.text("scale_label")));
      }
    }
    int reach = rows.size() - low.size();
    String limit = t.number("0.70");
    return new Light(
        t.say("trust.reliability"),
        low.isEmpty() ? State.GOOD : state((double) reach / rows.size(), 1, .75),
        low.isEmpty()
            ? t.say("trust.reliability.all", "reach", reach, "scales", rows.size(), "alpha", limit)
            : t.say(
                "trust.reliability.some",
                "reach",
                reach,
                "scales",
                rows.size(),
                "alpha",
                limit,
                "low",
                t.list(few(t, low))));
  }

  private static List<String> few(Tongue t, List<String> names) {
    if (names.size() <= NAMED + 1) {
      return names;
    }
    List<String> few = new ArrayList<>(names.subList(0, NAMED));
    few.add(t.say("common.more", "count", names.size() - NAMED));
    return few;
  }

  private static Light comparable(Tongue t, Results results) {
    String label = t.say("trust.comparable");
    List<Row> rows = results.challenges(results.latest()).rows();
    if (results.previous().isEmpty() || rows.isEmpty()) {
      return new Light(label, State.UNKNOWN, t.say("trust.comparable.none"));
    }
    long both =
        rows.stream().filter(r -> Change.of(results.changes().step(r)) != Change.UNKNOWN).count();
    return new Light(
        label,
        state((double) both / rows.size(), 1, .5),
        t.say(
            "trust.comparable.some",
            "both",
            both,
            "challenges",
            rows.size(),
            "wave",
            Say.brief(results.previous().get())));
  }

  private static Light hidden(Tongue t, Results results) {
    List<Row> rows = results.groups().rows();
    if (rows.isEmpty()) {
      return new Light(t.say("trust.hidden"), State.UNKNOWN, t.say("trust.hidden.none"));
    }
    long hidden = rows.stream().filter(r -> !r.shows("estimate")).count();
    double share = (double) hidden / rows.size();
    return new Light(
        t.say("trust.hidden"),
        share < .1 ? State.GOOD : share < .3 ? State.CARE : State.WEAK,
        hidden == 0
            ? t.say("trust.hidden.all", "results", rows.size())
            : t.say("trust.hidden.some", "hidden", hidden, "results", rows.size()));
  }
}
