package org.caretally.app;

import org.caretally.disclosure.Gate;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.page.ReportInput;
import org.caretally.study.Analysis;
import org.caretally.study.Plan;

/** Tables about the years of a survey: change, comparability, what others published, response. */
record YearTables(Plan plan, Gate gate) {

  ReportInput.Years years(Analysis analysis, ProtectedTable estimates) {
    ReportInput.Years none = ReportInput.Years.NONE;
    return new ReportInput.Years(
        gate.changes(analysis.changes(), estimates),
        none.comparability(),
        none.comparators(),
        none.response());
  }
}
