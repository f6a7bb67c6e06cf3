package org.caretally.app;

import java.nio.file.Files;
import java.nio.file.Path;
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
    Path own = study.file().resolveSibling("instruments");
    Library library =
        Files.isDirectory(own) ? Library.builtIn().withFolder(own, problems) : Library.builtIn();
    Plan plan = Planner.plan(study, library, problems);
    long columns = plan.coding().slots().size();
    terminal.progress(
        plan.used().size()
            + " instruments, "
            + columns
            + " columns, "
            + plan.coding().domains().size()
            + " breakdowns");
    return new Prepared(plan);
  }
}
