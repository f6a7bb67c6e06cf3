package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.caretally.report.Extras;
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
      "  caretally run surveys/2026 --out /srv/reports --png --pdf"
    })
final class RunCommand implements Callable<Integer> {
  private static final String PDF = "report.pdf";

  private final Terminal terminal;

  @Mixin private StudyOptions options;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "folder of all reports (default: reports beside the program)")
  private Path out;

  @Option(names = "--pdf", description = "print the report as report.pdf, by Chromium")
  private boolean pdf;

  @Option(names = "--png", description = "make PNG files of all charts for slides, by Chromium")
  private boolean png;

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
    Optional<Path> browser =
        pdf || png
            ? Optional.of(Chromium.required(System.getenv("CHROMIUM"), System.getenv("PATH")))
            : Optional.empty();
    terminal.progress("Caretally " + Version.number());
    Prepared prepared = Prepared.read(options, terminal);
    Path reports = RunFolder.reports(out).toAbsolutePath().normalize();
    Releases releases = Releases.beside(reports);
    try (RunFolder folder = RunFolder.open(reports, prepared.plan().study().id())) {
      Log.into(folder.confidential());
      Results results = Results.of(prepared, options, folder.scratch(), terminal, Risk.NONE);
      terminal.progress("Writing the report");
      String licence = prepared.plan().study().about().licence();
      Extras extras = new Extras(licence, pdf ? List.of(PDF) : List.of());
      List<String> files =
          new ArrayList<>(ReportWriter.write(results.input(), extras, folder.folder()));
      writeResolved(prepared, folder.folder());
      SetAside.write(results.outcomes(), prepared.plan(), folder.confidential());
      String data = mark(prepared, releases);
      if (reason.isBlank()) {
        String study = prepared.plan().study().id();
        releases.check(study, data, folder.folder().resolve("tables"));
      }
      if (browser.isPresent()) {
        files.addAll(draw(new Chromium(browser.get(), folder.scratch()), folder.folder()));
      }
      Releases.note(
          new Releases.Release(folder.folder(), prepared.plan().study().id(), data, "", reason),
          folder.folder().resolve(ReleaseCommand.NOTE));
      Manifest.write(results, prepared, terminal, folder.folder(), files, data, reason);
      Path finished = folder.finish();
      Failures.print(results.warnings(), terminal);
      terminal.progress("Done");
      terminal.result(finished.resolve("report.html").toString());
      return 0;
    }
  }

  /** Writes the study as it was understood, with which next year's begins. */
  private static void writeResolved(Prepared prepared, Path folder) throws IOException {
    Path resolved = folder.resolve("resolved-config.yml");
    Files.writeString(resolved, Resolved.text(prepared.plan().study()));
    HeldFolder.ownersFile(resolved);
  }

  /** Draws what only a browser can and returns further files, relative to the report. */
  private List<String> draw(Chromium browser, Path report) throws IOException {
    terminal.progress("Drawing with " + browser.program().getFileName());
    if (pdf) {
      browser.pdf(report.resolve("report.html"), report.resolve(PDF));
    }
    return png
        ? new Pictures(browser)
            .of(report.resolve("charts")).stream().map(p -> "charts/" + p.getFileName()).toList()
        : List.of();
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
