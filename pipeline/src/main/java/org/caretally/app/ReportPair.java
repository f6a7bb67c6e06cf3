package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.estimate.Apart;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.report.export.PublishedCsv;
import org.caretally.report.page.TwoReportsPage.Check;
import org.caretally.report.page.TwoReportsPage.Line;
import org.caretally.report.page.TwoReportsPage.Verdict;

/**
 * Two reports, read from their published tables: what can be compared, and by how much they differ.
 */
final class ReportPair {
  private static final double LEVEL = 0.05;

  private final Map<List<String>, Map<String, String>> before;
  private final Map<List<String>, Map<String, String>> after;
  private final PairChecks alike;
  private final List<Check> checks;

  private ReportPair(Path first, Path second) throws IOException {
    List<Map<String, String>> old = table(first, "estimates");
    List<Map<String, String>> now = table(second, "estimates");
    before = estimates(old);
    after = estimates(now);
    alike = PairChecks.of(first, second, newest(old), newest(now));
    checks = new ArrayList<>(alike.checks());
  }

  static ReportPair of(Path first, Path second) throws IOException {
    return new ReportPair(first, second);
  }

  static List<Map<String, String>> table(Path report, String name) throws IOException {
    Path file = report.resolve("tables").resolve(name + ".csv");
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          Problem.of(
              Code.FILE_NOT_FOUND,
              Place.in(report.toString()),
              "is no report: it has no tables/" + name + ".csv",
              "name the folder that a run printed, such as reports/2026"));
    }
    return PublishedCsv.read(file);
  }

  private static String newest(List<Map<String, String>> rows) {
    return rows.stream().map(r -> r.get("wave")).max(String::compareTo).orElse("");
  }

  /** The newest wave of a report, by breakdown, level and measure. */
  private static Map<List<String>, Map<String, String>> estimates(List<Map<String, String>> rows) {
    String newest = newest(rows);
    Map<List<String>, Map<String, String>> all = new LinkedHashMap<>();
    rows.stream()
        .filter(r -> r.get("wave").equals(newest))
        .forEach(r -> all.put(List.of(r.get("domain"), r.get("level"), r.get("measure")), r));
    return all;
  }

  /** Returns what can be compared; read {@link #lines} first. */
  List<Check> checks() {
    return List.copyOf(checks);
  }

  /** Returns the differences of all results that both reports show. */
  List<Line> lines() {
    List<List<String>> keys = new ArrayList<>();
    List<Apart> made = new ArrayList<>();
    TreeSet<String> moved = new TreeSet<>();
    after.forEach(
        (key, is) -> {
          Map<String, String> was = before.get(key);
          if (was != null && shown(was) && shown(is) && free(is, was, moved)) {
            keys.add(key);
            made.add(Apart.of(printed(was), printed(is)));
          }
        });
    moved.forEach(m -> checks.add(new Check(m, Verdict.DIFFERENT, "another cut-off or range")));
    double[] adjusted = FalseDiscovery.adjusted(made.stream().mapToDouble(Apart::pValue).toArray());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      lines.add(line(before.get(keys.get(i)), after.get(keys.get(i)), made.get(i), adjusted[i]));
    }
    return lines;
  }

  private static boolean shown(Map<String, String> row) {
    return row.get("status").equals("shown")
        && List.of("estimate", "ci_low", "ci_high").stream().noneMatch(c -> row.get(c).isEmpty());
  }

  private boolean free(Map<String, String> is, Map<String, String> was, Set<String> moved) {
    boolean same =
        List.of("cutoff_label", "range_low", "range_high", "statistic").stream()
            .allMatch(c -> is.get(c).equals(was.get(c)));
    if (!same) {
      moved.add(is.get("measure_label"));
    }
    return same && alike.free(is.get("measure"), is.get("domain"));
  }

  private static Apart.Printed printed(Map<String, String> row) {
    String text = row.get("estimate");
    int point = text.indexOf('.');
    double step = point < 0 ? 1 : Math.pow(10, point + 1.0 - text.length());
    return new Apart.Printed(
        Double.parseDouble(text),
        Double.parseDouble(row.get("ci_low")),
        Double.parseDouble(row.get("ci_high")),
        step);
  }

  private static Line line(
      Map<String, String> was, Map<String, String> is, Apart apart, double adjusted) {
    boolean share = is.get("statistic").equals("prevalence");
    String group =
        is.get("domain").isEmpty()
            ? "everybody"
            : is.get("domain_label") + ", " + is.get("level_label");
    String result =
        adjusted >= LEVEL ? "no clear difference" : apart.difference() > 0 ? "higher" : "lower";
    return new Line(
        is.get("measure_label"),
        group,
        number(Double.parseDouble(was.get("estimate")), share),
        number(Double.parseDouble(is.get("estimate")), share),
        number(apart.difference(), share),
        number(apart.low(), share) + " to " + number(apart.high(), share),
        String.format(Locale.ROOT, "%.3f", Math.max(adjusted, 0.001)),
        Double.isNaN(adjusted) ? "" : result);
  }

  private static String number(double value, boolean share) {
    String text = String.format(Locale.ROOT, share ? "%.1f" : "%.2f", share ? 100 * value : value);
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }
}
