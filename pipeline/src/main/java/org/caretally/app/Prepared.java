package org.caretally.app;

import org.caretally.instrument.Library;
import org.caretally.problem.Problems;
import org.caretally.study.Plan;
import org.caretally.study.Planner;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;

/**
 * A study read and planned; no row of data has been read yet.
 *
 * @param plan the plan
 */
record Prepared(Plan plan) {

  static Prepared read(StudyOptions options, Terminal terminal) {
    Study study = StudyReader.read(options.study());
    terminal.progress("Study \"" + study.about().title() + "\"");
    Problems problems = new Problems();
    Library library =
        Library.builtIn().withFolder(study.file().resolveSibling("instruments"), problems);
    Plan plan = Planner.plan(study, library, problems);
    long columns = plan.coding().slots().size();
    terminal.progress(
        plan.used().size() + " instruments, " + columns + " columns, " + plan.coding().domains().size()
            + " breakdowns");
    return new Prepared(plan);
  }
}
