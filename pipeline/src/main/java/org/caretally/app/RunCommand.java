package org.caretally.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.caretally.report.ReportWriter;
import org.caretally.study.Risk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study from its files to the finished report. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Read a study, estimate, protect and write the report.",
    footer = {
      "",
      "Examples:",
      "  caretally run study.yml",
      "  caretally run surveys/2026 --out /srv/reports"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private StudyOptions options;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "folder of all reports (default: reports beside the program)")
  private Path out;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    Prepared prepared = Prepared.read(options, terminal);
    try (RunFolder folder = RunFolder.open(RunFolder.reports(out), prepared.plan().study().id())) {
      Log.into(folder.confidential());
      Results results = Results.of(prepared, options, folder.scratch(), terminal, Risk.NONE);
      terminal.progress("Writing the report");
      ReportWriter.write(results.input(), folder.folder());
      SetAside.write(results.outcome(), folder.confidential());
      Manifest.write(results, prepared, terminal, folder.folder());
      Path finished = folder.finish();
      Failures.print(results.warnings(), terminal);
      terminal.progress("Done");
      terminal.result(finished.resolve("report.html").toString());
      return 0;
    }
  }
}
