package org.caretally.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.disclosure.Profile;
import org.caretally.engine.Outcome;
import org.caretally.engine.Settings;
import org.caretally.engine.SparkEngine;
import org.caretally.intake.Step;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.report.page.ReportInput;
import org.caretally.study.Analysis;
import org.caretally.study.AnswerCheck;
import org.caretally.study.Plan;
import org.caretally.study.Pools;
import org.caretally.study.Risk;
import org.caretally.study.SampleCheck;
import org.caretally.study.WavesNamed;

/**
 * Data read, estimated and protected.
 *
 * @param outcome what came of reading all waves; confidential
 * @param outcomes the same for each wave with files of its own; confidential
 * @param pools groups that are shown together; confidential
 * @param analysis what wants to be published; confidential
 * @param profile the profile in force
 * @param input what the report is made from; safe to publish
 * @param warnings problems that did not stop the run
 * @param sparkVersion Spark's version
 */
record Results(
    Outcome outcome,
    List<Outcome> outcomes,
    Pools pools,
    Analysis analysis,
    Profile profile,
    ReportInput input,
    List<Problem> warnings,
    String sparkVersion) {
  /** Below this size, in bytes, compiling Spark's plans costs more than it saves. */
  private static final long LARGE = 50L << 20;

  @SuppressWarnings("try") // the temporary folder is set for the time of the block
  static Results of(
      Prepared prepared, StudyOptions options, Path scratch, Terminal terminal, Risk risk) {
    Plan plan = prepared.plan();
    long bytes = bytes(plan);
    Settings settings = settings(plan, options, scratch);
    terminal.progress("Starting Spark");
    try (TempFolder temp = TempFolder.at(scratch);
        SparkEngine engine = SparkEngine.start(settings)) {
      terminal.progress(String.format(Locale.ROOT, "Reading %.1f MB", (double) bytes / (1 << 20)));
      List<Outcome> outcomes = plan.codings().stream().map(c -> engine.fold(c, risk)).toList();
      List<Problem> problems = problems(plan, outcomes);
      Outcome outcome = Outcome.united(outcomes);
      terminal.progress(
          outcome.flow().count(Step.READ)
              + " rows read, "
              + outcome.flow().count(Step.ANALYSED)
              + " people analysed");
      ReportTables tables = new ReportTables(plan, outcome);
      Pools pools = Pools.of(plan, outcome.ledgers(), tables.profile());
      Analysis analysis = Analysis.of(pools.plan(), pools.ledgers(), outcome.counts());
      ReportInput input = tables.input(analysis, pools.words(), problems, engine.version());
      List<Problem> warnings = new ArrayList<>(plan.warnings());
      warnings.addAll(problems);
      warnings.addAll(pools.warnings());
      return new Results(
          outcome, outcomes, pools, analysis, tables.profile(), input, warnings, engine.version());
    }
  }

  /**
   * Returns what was noticed in the data.
   *
   * @throws ProblemException if something is wrong with them
   */
  static List<Problem> problems(Plan plan, List<Outcome> outcomes) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome one = outcomes.get(i);
      problems.addAll(AnswerCheck.of(plan.waves().get(i), one.checks(), one.spelled()));
      problems.addAll(one.problems());
    }
    Set<String> waves =
        outcomes.stream().flatMap(o -> o.ledgers().keySet().stream()).collect(Collectors.toSet());
    problems.addAll(WavesNamed.check(plan.study(), waves));
    for (Outcome one : outcomes) {
      if (problems.stream().allMatch(p -> p.code().warning())) {
        problems.addAll(SampleCheck.of(plan, one.ledgers(), one.flow()));
      }
    }
    if (problems.stream().anyMatch(p -> !p.code().warning())) {
      throw new ProblemException(problems);
    }
    return problems;
  }

  /** Returns how Spark is started for a plan. */
  static Settings settings(Plan plan, StudyOptions options, Path scratch) {
    return new Settings(options.master(), options.parts(), scratch, bytes(plan) >= LARGE);
  }

  private static long bytes(Plan plan) {
    return plan.codings().stream()
        .flatMap(c -> c.files().stream())
        .mapToLong(f -> Path.of(f.path()).toFile().length())
        .sum();
  }
}
