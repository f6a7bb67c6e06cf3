package org.caretally.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.caretally.report.ReportWriter;
import org.caretally.study.Study;
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
      paramLabel = "REASON",
      description = "why this report replaces an earlier one that it is too near to")
  private String reason = "";

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    Prepared prepared = Prepared.read(options, terminal);
    try (RunFolder folder = RunFolder.open(reports(), prepared.plan().study().id())) {
      Log.into(folder.confidential());
      Results results = Results.of(prepared, options, folder.scratch(), terminal);
      List<String> releases = releases(prepared, results);
      terminal.progress("Writing the report");
      ReportWriter.write(results.input(), folder.folder());
      SetAside.write(results.outcome(), folder.confidential());
      Manifest.write(results, prepared, terminal, folder.folder());
      Path finished = folder.finish();
      if (!releases.isEmpty()) {
        Releases.read(reports(), prepared.plan().study().id()).write(releases);
      }
      Failures.print(results.warnings(), terminal);
      terminal.progress("Done");
      terminal.result(finished.resolve("report.html").toString());
      return 0;
    }
  }

  /** What the file of releases will say; nothing for data that are public anyway. */
  private List<String> releases(Prepared prepared, Results results) throws IOException {
    Study study = prepared.plan().study();
    if (study.disclosure().profile().equals("public-use")) {
      return List.of();
    }
    List<Path> files =
        prepared.plan().coding().files().stream().map(f -> Path.of(f.path())).toList();
    String data = Hashes.of(Hashes.key(reports()), files);
    return Releases.read(reports(), study.id()).with(results.input().estimates(), data, reason);
  }

  private Path reports() {
    String home = System.getProperty("caretally.home", "");
    return out != null ? out : Path.of(home).resolve("reports");
  }
}
