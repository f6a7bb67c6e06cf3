package org.caretally.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Tally;
import org.caretally.disclosure.Withheld;
import org.caretally.engine.Outcome;
import org.caretally.estimate.Crowd;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.caretally.study.Mapping;
import org.caretally.study.Plan;
import org.caretally.study.Risk;

/**
 * What {@code check} says, as maps and lists that are printed as text or as JSON. Every number has
 * passed the gate; a count below its base reads {@code fewer than 11}.
 */
final class CheckTables {
  /** A group with fewer people counts as small; the usual limit for a file of single people. */
  private static final int SMALL = 5;

  private final Plan plan;
  private final Results results;
  private final Gate gate;
  private final int k;

  CheckTables(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
    k = plan.study().disclosure().k();
    gate = new Gate(Profile.of(plan.study().disclosure().profile(), k));
  }

  /**
   * Returns the answer about a study that can be run.
   *
   * @param advise whether joining groups is tried
   */
  Map<String, Object> all(boolean advise) {
    Map<String, Object> all = start(plan.study().id(), 0, results.warnings());
    all.put("mapping", mapping());
    all.put("flow", rows(results.input().flow(), List.of("step", "label", "kind", "rows")));
    List<String> scales =
        List.of("measure", "label", "complete", "prorated", "unscorable", "blank");
    all.put("scales", rows(results.input().scales(), scales));
    all.put("quality", rows(results.input().quality(), QualityTable.COLUMNS));
    all.put("groups_too_small", groups());
    all.put("withheld", withheld());
    all.put("profiles", Profiles.withheld(results));
    all.put("shown_together", results.pools().words());
    if (advise) {
      all.put("joining", Profiles.joining(plan, results));
    }
    all.put("risk", risk());
    return all;
  }

  /** Returns the answer about a study that cannot be run. */
  static Map<String, Object> failed(int exit, List<Problem> problems) {
    return start("", exit, problems);
  }

  private static Map<String, Object> start(String study, int exit, List<Problem> problems) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", 1);
    all.put("ok", exit == 0);
    all.put("exit", exit);
    all.put("study", study);
    Problems sorted = new Problems();
    problems.forEach(sorted::add);
    all.put("problems", sorted.all().stream().map(CheckTables::problem).toList());
    return all;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", problem.code().id());
    row.put("severity", problem.code().warning() ? "warning" : "error");
    row.put("file", problem.where().file());
    row.put("line", problem.where().line());
    row.put("what", problem.what());
    row.put("expected", problem.expected());
    row.put("closest", problem.nearest());
    row.put("fix", problem.fix());
    return row;
  }

  private List<Map<String, Object>> mapping() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Mapping use : Mapping.of(plan)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("column", use.column());
      row.put("use", use.use());
      row.put("coded", use.coded());
      rows.add(row);
    }
    return rows;
  }

  private List<Map<String, Object>> rows(ProtectedTable table, List<String> columns) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ProtectedTable.Row from : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      columns.forEach(c -> row.put(c, value(from.cell(c))));
      rows.add(row);
    }
    return rows;
  }

  private Object value(Cell cell) {
    if (cell instanceof Shown shown) {
      double number = shown.value();
      return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }
    boolean few = cell instanceof Withheld w && w.mark() == Withheld.Mark.CONFIDENTIAL;
    return few ? "fewer than " + k : cell.text();
  }

  private List<Map<String, Object>> groups() {
    List<String> columns = List.of("wave", "breakdown", "level", "people");
    List<Tally.Line> lines = new ArrayList<>();
    results
        .outcome()
        .ledgers()
        .forEach(
            (wave, ledger) ->
                plan.cells()
                    .forEach(
                        (cell, words) -> {
                          long people = ledger.people(cell);
                          if (people < k) {
                            Map<String, String> texts = new HashMap<>();
                            texts.put("wave", wave.isEmpty() ? plan.study().wave().label() : wave);
                            texts.put("breakdown", words.domainLabel());
                            texts.put("level", words.levelLabel());
                            lines.add(new Tally.Line(texts, Map.of("people", people)));
                          }
                        }));
    return rows(gate.counts(new Tally("groups", columns, lines)), columns);
  }

  /** Returns how many numbers of each table have which fate, and why. */
  private List<Map<String, Object>> withheld() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ProtectedTable table :
        List.of(
            results.input().estimates(),
            results.input().bands(),
            results.input().correlations(),
            results.input().models().lines(),
            results.input().models().checks(),
            results.input().models().curves())) {
      Map<List<String>, Integer> counts = new TreeMap<>(CheckTables::byText);
      table
          .rows()
          .forEach(r -> counts.merge(List.of(r.text("status"), r.text("reason")), 1, Integer::sum));
      counts.forEach(
          (why, count) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("table", table.id());
            row.put("status", why.get(0));
            row.put("reason", why.get(1));
            row.put("results", count);
            rows.add(row);
          });
    }
    return rows;
  }

  private static int byText(List<String> a, List<String> b) {
    return String.join("\n", a).compareTo(String.join("\n", b));
  }

  private Map<String, Object> risk() {
    Outcome outcome = results.outcome();
    Crowd crowd = outcome.crowd();
    Risk risk = Risk.of(plan);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(
        "breakdowns",
        risk.domains().stream().map(d -> plan.coding().domains().get(d).id()).toList());
    Tally tally =
        new Tally(
            "risk",
            List.of("smallest"),
            List.of(new Tally.Line(Map.of(), Map.of("smallest", crowd.smallest()))));
    row.put("smallest_group", value(gate.counts(tally).rows().get(0).cell("smallest")));
    row.put("small_means_below", SMALL);
    row.put("share_in_small_groups", value(gate.share(crowd.below(SMALL), crowd.people())));
    List<Map<String, Object>> outcomes = new ArrayList<>();
    for (int i = 0; i < risk.names().size(); i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("cutoff", risk.names().get(i));
      one.put("share_of_groups_alike", value(gate.share(crowd.uniform(i), crowd.groups())));
      outcomes.add(one);
    }
    row.put("outcomes", outcomes);
    return row;
  }
}
