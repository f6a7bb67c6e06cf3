package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** What changed since the wave before and since the first one, in words. */
final class Changes {
  private static final int NAMED = 4;

  private Changes() {}

  /** What one result did between two waves. */
  private record Change(Row before, Row after, String words) {
    boolean is(String change) {
      return words.equals(change);
    }

    boolean known() {
      return !words.startsWith("cannot");
    }

    /** A share, or a mean of a scale. */
    String told() {
      boolean share = after.text("statistic").equals("prevalence");
      return Say.brief(after.text("construct_label"))
          + " ("
          + value(before, share)
          + " to "
          + value(after, share)
          + ")";
    }

    private static String value(Row row, boolean share) {
      return share ? Numbers.whole(row.cell("estimate")) : Numbers.number(row.cell("estimate"));
    }
  }

  /** Returns a result of the wave before. */
  static Optional<Row> before(Results results, Row row) {
    return results.previous().flatMap(w -> in(results, row, w));
  }

  private static Optional<Row> in(Results results, Row row, String wave) {
    return results.everybody(wave).where("measure", row.text("measure")).rows().stream()
        .filter(r -> r.text("statistic").equals(row.text("statistic")))
        .filter(r -> r.text("construct").equals(row.text("construct")))
        .findFirst();
  }

  /** Returns whether a change is for the better or the worse; empty text where neither. */
  static String good(Row row, String change) {
    boolean up = change.equals("higher");
    return switch (row.text("direction")) {
      case "worse" -> up ? "worse" : "better";
      case "better" -> up ? "better" : "worse";
      default -> "";
    };
  }

  /** Returns the sentences; nothing for a survey of one wave. */
  static List<PageItem> items(Results results) {
    if (results.previous().isEmpty()) {
      return List.of();
    }
    String previous = results.previous().get();
    List<String> lines = new ArrayList<>();
    List<Row> challenges = results.challenges(results.latest()).rows();
    lines.addAll(lines(changes(results, challenges, previous), "challenges", previous));
    lines.addAll(
        lines(changes(results, factors(results), previous), "protective factors", previous));
    String first = results.waves().get(0);
    if (!first.equals(previous)) {
      lines.add(since(changes(results, challenges, first), first));
    }
    return List.of(new Bullets(lines), new Prose(Say.CHANGE_RULE));
  }

  private static List<Row> factors(Results results) {
    return results.of("protective").where("headline", "yes").rows();
  }

  private static List<Change> changes(Results results, List<Row> rows, String wave) {
    List<Change> changes = new ArrayList<>();
    for (Row row : rows) {
      in(results, row, wave).ifPresent(b -> changes.add(new Change(b, row, Say.change(b, row))));
    }
    return changes;
  }

  /** Returns the results that are higher, and those that are lower, with what each means. */
  static List<Row> worse(Results results) {
    if (results.previous().isEmpty()) {
      return List.of();
    }
    return changes(results, results.challenges(results.latest()).rows(), results.previous().get())
        .stream()
        .filter(c -> good(c.after(), c.words()).equals("worse") && clear(c))
        .map(Change::after)
        .toList();
  }

  private static boolean clear(Change change) {
    return change.is("higher") || change.is("lower");
  }

  private static List<String> lines(List<Change> all, String what, String wave) {
    List<Change> known = all.stream().filter(Change::known).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (String way : List.of("higher", "lower")) {
      for (String good : List.of("worse", "better", "")) {
        List<Change> found =
            known.stream().filter(c -> c.is(way) && good(c.after(), way).equals(good)).toList();
        if (!found.isEmpty()) {
          lines.add(
              (way.equals("higher") ? "Higher" : "Lower")
                  + " than in "
                  + Say.brief(wave)
                  + (good.isEmpty() ? ": " : ", which is " + good + ": ")
                  + named(found)
                  + ".");
        }
      }
    }
    long same = known.stream().filter(c -> !clear(c)).count();
    if (same > 0) {
      lines.add(
          "No clear change from "
              + Say.brief(wave)
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

  private static String since(List<Change> all, String wave) {
    List<Change> clear = all.stream().filter(Changes::clear).toList();
    String start = "Since " + Say.brief(wave) + ": ";
    if (clear.isEmpty()) {
      return start + "no clear change in any challenge.";
    }
    List<String> parts = new ArrayList<>();
    for (String way : List.of("higher", "lower")) {
      List<Change> found = clear.stream().filter(c -> c.is(way)).toList();
      if (!found.isEmpty()) {
        parts.add(way + ", " + named(found));
      }
    }
    return start + String.join("; ", parts) + ".";
  }

  private static String named(List<Change> changes) {
    List<String> names = new ArrayList<>();
    changes.stream().limit(NAMED).forEach(c -> names.add(c.told()));
    if (changes.size() > NAMED) {
      names.add((changes.size() - NAMED) + " more");
    }
    return Say.list(names);
  }
}
