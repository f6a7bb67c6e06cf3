package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.caretally.report.ReportWriter;
import org.caretally.study.Resolved;
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

  @Option(
      names = "--supersede",
      defaultValue = "",
      paramLabel = "REASON",
      description = "why this report replaces the released ones of the study, which are taken back")
  private String reason;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    Prepared prepared = Prepared.read(options, terminal);
    Path reports = RunFolder.reports(out).toAbsolutePath().normalize();
    Releases releases = Releases.beside(reports);
    try (RunFolder folder = RunFolder.open(reports, prepared.plan().study().id())) {
      Log.into(folder.confidential());
      Results results = Results.of(prepared, options, folder.scratch(), terminal, Risk.NONE);
      terminal.progress("Writing the report");
      ReportWriter.write(results.input(), folder.folder());
      Path resolved = folder.folder().resolve("resolved-config.yml");
      Files.writeString(resolved, Resolved.text(prepared.plan().study()));
      HeldFolder.ownersFile(resolved);
      SetAside.write(results.outcomes(), prepared.plan(), folder.confidential());
      String data = mark(prepared, releases);
      if (reason.isBlank()) {
        String study = prepared.plan().study().id();
        releases.check(study, data, folder.folder().resolve("tables"));
      }
      Releases.note(
          new Releases.Release(folder.folder(), prepared.plan().study().id(), data, "", reason),
          folder.folder().resolve(ReleaseCommand.NOTE));
      Manifest.write(results, prepared, terminal, folder.folder(), data, reason);
      Path finished = folder.finish();
      Failures.print(results.warnings(), terminal);
      terminal.progress("Done");
      terminal.result(finished.resolve("report.html").toString());
      return 0;
    }
  }

  private static String mark(Prepared prepared, Releases releases) throws IOException {
    List<Path> files =
        prepared.plan().codings().stream()
            .flatMap(c -> c.files().stream())
            .map(f -> Path.of(f.path()))
            .distinct()
            .toList();
    return DataMark.of(files, releases.folder());
  }
}
