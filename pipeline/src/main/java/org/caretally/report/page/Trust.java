package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.page.Lights.Light;
import org.caretally.report.page.Lights.State;
import org.caretally.report.table.Changes;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/**
 * How far the results can be trusted: five judgements from published numbers by thresholds that are
 * fixed here and explained in {@code docs/methods/report-words.md}.
 */
final class Trust {
  /** The thresholds, for the reader. */
  static final String THRESHOLDS =
      "Can we trust it? Response: good from 60%, weak under 40%. Missing answers: good when every"
          + " scale has a score for 95% of people, weak when one has less than 80%. Reliability: good"
          + " when every scale that stands for a topic has an alpha of 0.70 or more, weak when fewer"
          + " than three quarters of them have. Comparable: good when every challenge can be compared"
          + " with the wave before, weak when fewer than half can. Hidden: good when fewer than 10% of"
          + " the results of groups are not shown, weak from 30%.";

  private static final double RELIABLE = .70;
  private static final int NAMED = 2;

  private Trust() {}

  static List<Light> lights(ReportInput input, Results results) {
    return List.of(
        response(input),
        missing(input, results),
        reliability(input, results),
        comparable(results),
        hidden(results));
  }

  /** Returns good from one value up and weak below another. */
  static State state(double value, double good, double weak) {
    return value >= good ? State.GOOD : value < weak ? State.WEAK : State.CARE;
  }

  private static Light response(ReportInput input) {
    OptionalDouble share = Answered.share(input);
    if (share.isEmpty()) {
      return new Light(
          "Response",
          State.UNKNOWN,
          "The number of people invited, or of those analysed, is not given.");
    }
    double percent = Math.rint(100 * share.getAsDouble());
    return new Light(
        "Response",
        state(percent, 60, 40),
        "About " + (long) percent + "% of those invited are analysed.");
  }

  private static Light missing(ReportInput input, Results results) {
    String label = "Missing answers";
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
      return new Light(label, State.UNKNOWN, "The counts are not shown.");
    }
    double percent = Math.rint(100 * (1 - least));
    return new Light(
        label,
        percent <= 5 ? State.GOOD : percent > 20 ? State.WEAK : State.CARE,
        "On the scale with the most gaps, "
            + Say.brief(worst.text("label"))
            + ", "
            + (long) percent
            + "% of people have no score.");
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

  private static Light reliability(ReportInput input, Results results) {
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
      return new Light("Reliability", State.UNKNOWN, "No alpha is published for these scales.");
    }
    List<String> low = new ArrayList<>();
    for (Row row : rows) {
      if (row.number("estimate") < RELIABLE) {
        low.add(Say.brief(row.text("scale_label")));
      }
    }
    int reach = rows.size() - low.size();
    return new Light(
        "Reliability",
        low.isEmpty() ? State.GOOD : state((double) reach / rows.size(), 1, .75),
        reach
            + " of "
            + rows.size()
            + " scales reach an alpha of 0.70"
            + (low.isEmpty() ? "." : "; not " + Say.list(few(low)) + "."));
  }

  private static List<String> few(List<String> names) {
    if (names.size() <= NAMED + 1) {
      return names;
    }
    List<String> few = new ArrayList<>(names.subList(0, NAMED));
    few.add((names.size() - NAMED) + " more");
    return few;
  }

  private static Light comparable(Results results) {
    String label = "Comparable with before";
    List<Row> rows = results.challenges(results.latest()).rows();
    if (results.previous().isEmpty() || rows.isEmpty()) {
      return new Light(label, State.UNKNOWN, "There is no wave before to compare with.");
    }
    long both =
        rows.stream()
            .filter(r -> !Changes.word(results.changes().step(r)).equals(Changes.SILENT))
            .count();
    return new Light(
        label,
        state((double) both / rows.size(), 1, .5),
        both
            + " of "
            + rows.size()
            + " challenges can be compared with "
            + Say.brief(results.previous().get())
            + ".");
  }

  private static Light hidden(Results results) {
    List<Row> rows = results.groups().rows();
    if (rows.isEmpty()) {
      return new Light("Hidden results", State.UNKNOWN, "There are no results of groups.");
    }
    long hidden = rows.stream().filter(r -> !r.shows("estimate")).count();
    double share = (double) hidden / rows.size();
    return new Light(
        "Hidden results",
        share < .1 ? State.GOOD : share < .3 ? State.CARE : State.WEAK,
        (hidden == 0 ? "All" : Numbers.count(hidden) + " of")
            + " "
            + Numbers.count(rows.size())
            + " results of groups are "
            + (hidden == 0 ? "shown." : "not shown: few people, or too imprecise."));
  }
}
