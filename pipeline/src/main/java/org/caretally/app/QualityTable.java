package org.caretally.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caretally.disclosure.Tally;
import org.caretally.engine.Outcome;
import org.caretally.intake.Outside;
import org.caretally.intake.Repair;
import org.caretally.study.Plan;
import org.caretally.study.Study;
import org.caretally.study.Treatment;

/** What the study file lets be found and done: rows set aside, answers repaired, levels changed. */
final class QualityTable {
  static final List<String> COLUMNS = List.of("check", "label", "rule", "found", "count", "done");

  private final List<Tally.Line> lines = new ArrayList<>();

  private QualityTable() {}

  static Tally of(Plan plan, Outcome outcome, long k, Set<String> quiet) {
    QualityTable table = new QualityTable();
    new CleanWords(plan)
        .rules()
        .forEach(
            (step, rule) ->
                table.add(
                    step.name().toLowerCase(Locale.ROOT),
                    step.label(),
                    rule,
                    "rows",
                    outcome.flow().count(step),
                    "set aside"));
    int variable = 0;
    for (Study.Column column : plan.study().columns().values()) {
      table.column(column, outcome.repairs()[variable++]);
    }
    table.lines.addAll(WeightingLines.of(plan, outcome, k, quiet));
    return new Tally("quality", COLUMNS, table.lines);
  }

  private void column(Study.Column column, long[] repairs) {
    column.number().ifPresent(n -> number(column, n, repairs));
    column
        .treatment()
        .years()
        .ifPresent(
            y ->
                add(
                    "date",
                    column.label(),
                    "whole years from the date in the data until " + y.until(),
                    "only the years are kept"));
    column.treatment().recode().ifPresent(r -> recode(column, r, repairs));
    column
        .treatment()
        .merged()
        .forEach(
            (to, from) ->
                add(
                    "merge",
                    column.label(),
                    CleanWords.some(from, ", "),
                    "merged into " + column.labels().getOrDefault(to, to)));
  }

  private void number(Study.Column column, Study.NumberRange range, long[] repairs) {
    if (range.factor().compareTo(BigDecimal.ONE) != 0) {
      String factor = range.factor().toPlainString();
      add("unit", column.label(), "every number", "multiplied by " + factor);
    }
    if (range.outside() == Outside.MISSING) {
      String rule = "outside " + CleanWords.range(range);
      repaired(column, rule, Repair.OUTSIDE, repairs, "treated as no answer");
    }
  }

  private void recode(Study.Column column, Treatment.Recode recode, long[] repairs) {
    repaired(
        column,
        "a spelling of the mapping table",
        Repair.TRANSLATED,
        repairs,
        "translated to a level");
    String rule = "neither a level nor in the mapping table";
    switch (recode.unmapped()) {
      case MISSING -> repaired(column, rule, Repair.UNMAPPED, repairs, "treated as no answer");
      case OTHER ->
          repaired(
              column,
              rule,
              Repair.OTHER,
              repairs,
              "put into " + column.labels().getOrDefault(recode.other(), recode.other()));
      case STOP -> {
        // such a text ends the run, so there is nothing to count
      }
    }
  }

  @SuppressWarnings("EnumOrdinal") // positions inside one run only
  private void repaired(
      Study.Column column, String rule, Repair repair, long[] repairs, String done) {
    add(
        repair.name().toLowerCase(Locale.ROOT),
        column.label(),
        rule,
        "answers",
        repairs[repair.ordinal()],
        done);
  }

  private void add(String check, String label, String rule, String found, long count, String done) {
    lines.add(
        new Tally.Line(
            Map.of("check", check, "label", label, "rule", rule, "found", found, "done", done),
            Map.of("count", count)));
  }

  private void add(String check, String label, String rule, String done) {
    lines.add(
        new Tally.Line(
            Map.of("check", check, "label", label, "rule", rule, "found", "", "done", done),
            Map.of()));
  }
}
