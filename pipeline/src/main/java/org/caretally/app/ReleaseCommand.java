package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters a report into the ledger of what was published. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Enter a finished report into the ledger of releases, before you publish it.",
      "Every later run is compared with it: two reports of nearly the same people could be",
      "subtracted from each other. The ledger holds published numbers only."
    },
    footer = {
      "",
      "Examples:",
      "  caretally release reports/2026",
      "  caretally release reports/2026 --supersede \"Late answers came in; the first was withdrawn\""
    })
final class ReleaseCommand implements Callable<Integer> {
  /** Written by every run, for its owner only. */
  static final String NOTE = "private/release.csv";

  private final Terminal terminal;

  @Parameters(paramLabel = "REPORT", description = "folder of the report")
  private Path report;

  @Option(
      names = "--supersede",
      defaultValue = "",
      paramLabel = "REASON",
      description = "why this report replaces the earlier ones of the study, which are taken back")
  private String reason;

  ReleaseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = report.toAbsolutePath().normalize();
    Releases.Release noted = noted(folder);
    String study = noted.study();
    String why = reason.isBlank() ? noted.supersedes() : reason;
    Releases releases = Releases.beside(folder.getParent());
    Path tables = folder.resolve("tables");
    List<Releases.Release> before = releases.all();
    if (!before.isEmpty() && releases.holds(before.get(before.size() - 1), study, tables)) {
      terminal.result(before.get(before.size() - 1).place().toString());
      return 0;
    }
    if (why.isBlank()) {
      releases.check(study, noted.data(), tables);
    }
    String day = LocalDate.ofInstant(terminal.clock().instant(), ZoneOffset.UTC).toString();
    Path place = releases.folder().resolve(String.format("%04d-%s", before.size() + 1, study));
    releases.add(new Releases.Release(place, study, noted.data(), day, why), tables);
    terminal.result(place.toString());
    return 0;
  }

  private static Releases.Release noted(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NOTE))) {
      throw new ProblemException(
          Problem.of(
              Code.FILE_NOT_FOUND,
              Place.in(folder.toString()),
              "is no finished report: it has no " + NOTE,
              "name the folder that a run printed, such as reports/2026"));
    }
    return Releases.noted(folder, folder.resolve(NOTE));
  }
}
