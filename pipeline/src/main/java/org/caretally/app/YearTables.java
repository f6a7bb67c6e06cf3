package org.caretally.app;

import java.util.Comparator;
import java.util.List;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.page.ReportInput;
import org.caretally.study.Analysis;
import org.caretally.study.BesideFacts;
import org.caretally.study.Dispositions;
import org.caretally.study.Plan;

/** Tables about the years of a survey: change, comparability, what others published, response. */
record YearTables(Plan plan, Gate gate) {

  /**
   * Returns the tables.
   *
   * @param waves labels of the waves, oldest first
   */
  ReportInput.Years years(Analysis analysis, ProtectedTable estimates, List<String> waves) {
    ProtectedTable comparable =
        analysis
            .comparability()
            .map(c -> gate.counts(c.table()))
            .orElse(ReportInput.Years.NONE.comparability());
    String newest =
        estimates.rows().stream()
            .map(r -> r.text("wave"))
            .max(Comparator.naturalOrder())
            .orElse("");
    return new ReportInput.Years(
        gate.changes(analysis.changes(), estimates),
        comparable,
        gate.beside(BesideFacts.of(plan), estimates, newest),
        gate.rates(Dispositions.published(plan.study().years().dispositions())),
        gate.counts(AskedTable.of(plan, waves)));
  }
}
