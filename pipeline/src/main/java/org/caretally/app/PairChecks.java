package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caretally.report.export.PublishedCsv;
import org.caretally.report.page.TwoReportsPage.Check;
import org.caretally.report.page.TwoReportsPage.Verdict;

/**
 * What must be the same before results of two reports stand side by side: who was asked and how,
 * each instrument, and what the later report itself says cannot be compared. What a report does not
 * tell is not known, which is said and bars nothing.
 */
final class PairChecks {
  private static final List<String> SURVEY = List.of("population", "analysis", "mode");
  private static final Map<String, String> SURVEY_WORDS =
      Map.of("population", "Population", "analysis", "Who is analysed", "mode", "Mode");
  private static final List<String> TABLE = List.of("version", "items", "recall", "scoring");
  private static final List<String> FORM =
      List.of("version", "variant", "items", "answers", "recall");
  private static final List<String> RULES = List.of("missing_rule", "changes");

  private final Map<String, String> barred = new HashMap<>();
  private final List<Check> checks = new ArrayList<>();

  private PairChecks() {}

  /**
   * Compares what two reports tell about a wave of each.
   *
   * @param from the wave of the first report
   * @param to the wave of the second report
   */
  static PairChecks of(Path first, Path second, String from, String to) throws IOException {
    PairChecks pair = new PairChecks();
    Map<String, Map<String, String>> were = asked(first, from);
    Map<String, Map<String, String>> are = asked(second, to);
    pair.survey(were.get(""), are.get(""));
    pair.instruments(first, second, were, are);
    pair.declared(second, from);
    return pair;
  }

  /** Returns all that was compared, the survey first. */
  List<Check> checks() {
    return List.copyOf(checks);
  }

  /** Returns whether nothing keeps results of a measure and a breakdown apart. */
  boolean free(String measure, String domain) {
    String scale = measure.split(":", 2)[0];
    return Stream.of("", scale.split("\\.", 2)[0], scale, measure, "breakdown " + domain)
        .noneMatch(barred::containsKey);
  }

  /** What was asked in a wave, by instrument; under the empty name the whole survey. */
  private static Map<String, Map<String, String>> asked(Path report, String wave)
      throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    further(report, "asked").stream()
        .filter(r -> r.get("wave").equals(wave))
        .forEach(r -> rows.put(r.get("id"), r));
    return rows;
  }

  /** Rows of a table that reports of earlier versions do not have. */
  private static List<Map<String, String>> further(Path report, String name) throws IOException {
    Path file = report.resolve("tables").resolve(name + ".csv");
    return Files.isRegularFile(file) ? PublishedCsv.read(file) : List.of();
  }

  private void survey(Map<String, String> was, Map<String, String> is) {
    for (String column : SURVEY) {
      String what = SURVEY_WORDS.get(column);
      if (was == null || is == null) {
        String which = was == null ? "first" : "second";
        add(what, Verdict.NOT_KNOWN, "the " + which + " report does not tell it");
        continue;
      }
      String before = was.get(column);
      String now = is.get(column);
      boolean silent = column.equals("mode") && (before.isBlank() || now.isBlank());
      if (silent) {
        String which = !now.isBlank() ? "first report does" : "second report does";
        String who = before.isBlank() && now.isBlank() ? "reports do" : which;
        add(what, Verdict.NOT_KNOWN, "the " + who + " not tell it");
      } else if (folded(before).equals(folded(now))) {
        add(what, Verdict.SAME, "");
      } else {
        String reason = said(before) + " before, " + said(now) + " now";
        add(what, Verdict.DIFFERENT, reason);
        barred.put("", reason);
      }
    }
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String said(String text) {
    return text.isBlank() ? "everybody" : '"' + text.strip() + '"';
  }

  private void instruments(
      Path first,
      Path second,
      Map<String, Map<String, String>> were,
      Map<String, Map<String, String>> are)
      throws IOException {
    Map<String, Map<String, String>> old = new HashMap<>();
    ReportPair.table(first, "instruments").forEach(r -> old.put(r.get("id"), r));
    for (Map<String, String> is : ReportPair.table(second, "instruments")) {
      String id = is.get("id");
      Map<String, String> was = old.remove(id);
      boolean wanting = !were.isEmpty() && !were.containsKey(id);
      String reason = was == null || wanting ? "not in the first report" : differs(was, is, TABLE);
      if (reason.isEmpty() && were.containsKey(id) && are.containsKey(id)) {
        reason = differs(were.get(id), are.get(id), FORM);
      } else if (reason.isEmpty() && !are.isEmpty() && !are.containsKey(id)) {
        reason = "not asked in the newest wave of the second report";
      }
      add(is.get("title"), reason.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT, reason);
      if (!reason.isEmpty()) {
        barred.put(id, reason);
      }
    }
    old.values().forEach(r -> add(r.get("title"), Verdict.DIFFERENT, "not in the second report"));
  }

  private static String differs(
      Map<String, String> was, Map<String, String> is, List<String> columns) {
    for (String column : columns) {
      if (!was.getOrDefault(column, "").equals(is.getOrDefault(column, ""))) {
        return switch (column) {
          case "recall" -> "another recall period";
          case "items" -> "other items";
          case "answers" -> "other answers were offered";
          default -> "another " + column;
        };
      }
    }
    boolean rules =
        RULES.stream().allMatch(c -> was.getOrDefault(c, "").equals(is.getOrDefault(c, "")));
    return rules ? "" : "scores were made by other rules";
  }

  /** What the later report says of the steps after the wave of the first. */
  private void declared(Path second, String from) throws IOException {
    for (Map<String, String> row : further(second, "comparability")) {
      boolean later = row.get("wave").compareTo(from) > 0;
      boolean same = row.getOrDefault("comparable", "yes").equals("yes");
      if (later && !same && barred.putIfAbsent(row.get("id"), row.get("reason")) == null) {
        String step = " (" + row.get("from") + " to " + row.get("wave") + ")";
        add(row.get("what") + step, Verdict.DIFFERENT, row.get("reason"));
      }
    }
  }

  private void add(String what, Verdict verdict, String reason) {
    checks.add(new Check(what, verdict, reason));
  }
}
