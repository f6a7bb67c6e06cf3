package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.words.Tongue;

/**
 * Sentences about published numbers, by fixed rules. Two results are called different only when
 * both are shown and their 95% intervals do not meet; this errs on the side of saying nothing.
 */
public final class Say {
  private static final int LONGEST = 60;
  private static final int PAGE = 240;
  private static final double CLOSE = .02;
  private static final List<Fraction> FRACTIONS =
      List.of(
          new Fraction("people.1in10", .1),
          new Fraction("people.1in5", .2),
          new Fraction("people.1in4", .25),
          new Fraction("people.1in3", 1 / 3.0),
          new Fraction("people.2in5", .4),
          new Fraction("people.half", .5),
          new Fraction("people.3in5", .6),
          new Fraction("people.2in3", 2 / 3.0),
          new Fraction("people.3in4", .75),
          new Fraction("people.4in5", .8),
          new Fraction("people.9in10", .9));

  private Say() {}

  private record Fraction(String key, double value) {}

  /** Returns people as the simple fraction within two points of a share, if there is one. */
  public static Optional<String> fraction(Tongue t, double share) {
    return FRACTIONS.stream()
        .filter(f -> Math.abs(f.value() - share) <= CLOSE + 1e-12)
        .min(Comparator.comparingDouble(f -> Math.abs(f.value() - share)))
        .map(f -> t.say(f.key()));
  }

  /** Returns whether both results are shown and their intervals do not meet. */
  public static boolean apart(Row a, Row b) {
    return bounded(a)
        && bounded(b)
        && (a.number("ci_low") > b.number("ci_high") || b.number("ci_low") > a.number("ci_high"));
  }

  /** Returns whether a result and both ends of its interval are shown. */
  public static boolean bounded(Row row) {
    return row.shows("estimate") && row.shows("ci_low") && row.shows("ci_high");
  }

  /** Counts what tests say of each challenge and the wave before. */
  static String changes(Tongue t, List<Change> changes, String before) {
    long higher = changes.stream().filter(c -> c == Change.UP).count();
    long lower = changes.stream().filter(c -> c == Change.DOWN).count();
    long compared = changes.stream().filter(c -> c != Change.UNKNOWN).count();
    if (compared == 0) {
      return t.say("chart.trend.none", "wave", brief(before));
    }
    if (higher + lower == 0) {
      return t.say("chart.trend.same", "wave", brief(before), "compared", compared);
    }
    List<String> parts = new ArrayList<>();
    if (higher > 0) {
      parts.add(t.say("chart.trend.part.higher", "count", higher));
    }
    if (lower > 0) {
      parts.add(t.say("chart.trend.part.lower", "count", lower));
    }
    long same = compared - higher - lower;
    if (same > 0) {
      parts.add(t.say("chart.trend.part.same", "count", same));
    }
    return t.say(
        "chart.trend.title", "wave", brief(before), "compared", compared, "parts", t.list(parts));
  }

  /** Counts what tests say of trends over all waves; where there are none, of the last change. */
  static String trends(Tongue t, List<Change> trends, String first, String otherwise) {
    long rising = trends.stream().filter(c -> c == Change.UP).count();
    long falling = trends.stream().filter(c -> c == Change.DOWN).count();
    long tested = trends.stream().filter(c -> c != Change.UNKNOWN).count();
    if (tested == 0) {
      return otherwise;
    }
    List<String> parts = new ArrayList<>();
    if (rising > 0) {
      parts.add(t.say("chart.trend.part.rising", "count", rising));
    }
    if (falling > 0) {
      parts.add(t.say("chart.trend.part.falling", "count", falling));
    }
    if (tested > rising + falling) {
      parts.add(t.say("chart.trend.part.flat", "count", tested - rising - falling));
    }
    return t.say(
        "chart.trend.over", "wave", brief(first), "tested", tested, "parts", t.list(parts));
  }

  /** Returns a label short enough for a title. */
  public static String brief(String label) {
    return cut(label, LONGEST);
  }

  /** Returns a label as it is; only one that would fill a page is cut. */
  public static String whole(String label) {
    return cut(label, PAGE);
  }

  private static String cut(String label, int most) {
    if (label.codePointCount(0, label.length()) <= most) {
      return label;
    }
    return label.substring(0, label.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /**
   * Returns a description of shares from the smallest to the largest, for those who listen.
   *
   * @param kind key of what the picture is, with the argument {@code results}
   */
  static String range(Tongue t, String kind, String label, List<Row> rows) {
    List<Row> shown = rows.stream().filter(r -> r.shows("estimate")).toList();
    List<String> words = new ArrayList<>();
    words.add(t.say(kind, "results", rows.size()));
    if (!shown.isEmpty()) {
      Comparator<Row> order = Comparator.comparingDouble(r -> r.number("estimate"));
      Row most = shown.stream().max(order).orElseThrow();
      Row least = shown.stream().min(order).orElseThrow();
      words.add(
          t.say(
              "chart.alt.ends",
              "most",
              brief(most.text(label)),
              "highest",
              t.percent(most.cell("estimate")),
              "least",
              brief(least.text(label)),
              "lowest",
              t.percent(least.cell("estimate"))));
    }
    int hidden = rows.size() - shown.size();
    if (hidden > 0) {
      words.add(t.say("chart.alt.hidden", "results", hidden));
    }
    words.add(t.say("chart.alt.table"));
    return String.join(" ", words);
  }

  /** Returns the number of people behind results. */
  static String base(Tongue t, List<Row> rows) {
    List<Row> shown = rows.stream().filter(r -> r.shows("n")).toList();
    if (shown.isEmpty()) {
      return t.say("chart.base.hidden");
    }
    Comparator<Row> order = Comparator.comparingDouble(r -> r.number("n"));
    String least = t.count(shown.stream().min(order).orElseThrow().cell("n"));
    String most = t.count(shown.stream().max(order).orElseThrow().cell("n"));
    return least.equals(most)
        ? t.say("chart.base.same", "n", most)
        : t.say("chart.base.range", "least", least, "most", most);
  }
}
