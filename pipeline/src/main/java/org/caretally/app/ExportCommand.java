package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caretally.engine.Outcome;
import org.caretally.engine.People;
import org.caretally.engine.SparkEngine;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.study.ExportColumn;
import org.caretally.study.ExportPlan;
import org.caretally.study.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a row for each person: only where people hide among others, or with a recorded waiver. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write cleaned, scored rows as Parquet and CSV, with a datapackage.json and an R script that",
      "recomputes published results from them.",
      "Unlike a report, this holds a row for each person: keep it safe."
    },
    footer = {
      "",
      "Examples:",
      "  caretally export study.yml --out scored",
      "  caretally export study.yml --out scored --without region,age_group",
      "  caretally export study.yml --out scored --design --waiver \"Data protection officer,"
          + " 2026-05-04\"",
      "  Rscript scored/reproduce.R reports/study/tables/estimates.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private static final int SMALLEST = 5;
  private static final String MARK = "datapackage.json";

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private StudyOptions options;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FOLDER",
      description = "folder to write; an earlier export there is replaced")
  private Path out;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "NAME",
      description = "declared variables and breakdowns to leave out")
  private List<String> without = List.of();

  @Option(
      names = "--design",
      description =
          "add numbers that stand for strata and sampling units, so that errors can be recomputed;"
              + " they count among the columns by which people could be told apart")
  private boolean design;

  @Option(
      names = "--waiver",
      defaultValue = "",
      paramLabel = "REASON",
      description = "who allows an export in which people could be told apart, and why")
  private String waiver;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    Plan plan = Prepared.read(options, terminal).plan();
    List<ExportColumn> columns = ExportPlan.of(plan, leftOut(plan), design);
    Path target = out.toAbsolutePath().normalize();
    try (RunFolder folder = RunFolder.open(target, plan.study().id(), MARK)) {
      HeldFolder.ownersOnly(folder.folder());
      Log.into(folder.scratch());
      List<Problem> warnings = new ArrayList<>(plan.warnings());
      warnings.addAll(write(plan, columns, folder));
      RunFolder.deleteQuietly(folder.confidential());
      Path finished = folder.finish();
      Failures.print(warnings, terminal);
      terminal.result(finished.toString());
      return 0;
    }
  }

  private Set<String> leftOut(Plan plan) {
    List<String> known = ExportPlan.optional(plan);
    for (String name : without) {
      if (!known.contains(name)) {
        String nearest = Nearest.to(name, known);
        throw new ParameterException(
            spec.commandLine(),
            "--without: there is no \""
                + name
                + "\" to leave out"
                + (nearest.isEmpty()
                    ? "; one of " + String.join(", ", known)
                    : "; closest: " + nearest));
      }
    }
    return new LinkedHashSet<>(without);
  }

  @SuppressWarnings("try") // the temporary folder is set for the time of the block
  private List<Problem> write(Plan plan, List<ExportColumn> columns, RunFolder folder)
      throws IOException {
    terminal.progress("Starting Spark");
    try (TempFolder temp = TempFolder.at(folder.scratch());
        SparkEngine engine = SparkEngine.start(Results.settings(plan, options, folder.scratch()))) {
      List<Outcome> outcomes = plan.codings().stream().map(engine::fold).toList();
      List<Problem> problems = Results.problems(plan, outcomes);
      try (People people = engine.people(plan.codings(), columns)) {
        People.Hiding hiding = people.hiding(SMALLEST);
        List<Problem> refusals = refusals(plan, columns, hiding);
        if (!refusals.isEmpty() && waiver.isBlank()) {
          throw new ProblemException(refusals);
        }
        terminal.progress("Writing " + hiding.people() + " rows, " + columns.size() + " columns");
        Path target = folder.folder();
        people.write(target.resolve("people.parquet"), target.resolve("people.csv"));
        DataPackage description =
            new DataPackage(plan, columns, refusals.stream().map(Problem::what).toList(), waiver);
        Files.writeString(target.resolve(MARK), description.json(terminal.clock().instant()));
        Files.writeString(target.resolve("reproduce.R"), new ReproduceScript(plan, columns).text());
        if (design) {
          DesignTable.write(plan, outcomes, people, target.resolve(DesignTable.FILE));
        }
        for (Path file : files(target)) {
          HeldFolder.ownersFile(file);
        }
      }
      return problems;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private List<Problem> refusals(Plan plan, List<ExportColumn> columns, People.Hiding hiding) {
    String alike =
        columns.stream()
            .filter(ExportColumn::grouping)
            .map(ExportColumn::name)
            .collect(Collectors.joining(", "));
    String group = alike.isEmpty() ? "" : " who are alike in " + alike;
    List<Problem> refusals = new ArrayList<>();
    if (hiding.few() > 0) {
      refusals.add(
          refusal(
              plan,
              share(hiding.few(), hiding.people())
                  + " of people are in groups of fewer than "
                  + SMALLEST
                  + group));
    }
    if (hiding.told() > 0) {
      refusals.add(
          refusal(
              plan,
              share(hiding.told(), hiding.people())
                  + " of people are in groups with one result of a screening question"
                  + group));
    }
    return refusals;
  }

  private static Problem refusal(Plan plan, String what) {
    return new Problem(
        Code.EXPORT_REFUSED,
        Place.in(plan.study().file().getFileName().toString()),
        what,
        "groups of at least 5 people, with at least 2 results of every screening question",
        "",
        "leave columns out (--without), join small levels in the study file, or record who allowed"
            + " it (--waiver \"Data protection officer, 2026-05-04\")");
  }

  /** A share in whole percent, never an exact count of few people. */
  private static String share(long part, long all) {
    long percent = Math.round(100.0 * part / all);
    return percent == 0 ? "under 1 %" : "about " + percent + " %";
  }
}
