package org.caretally.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine: is there all that a run needs? */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Look whether this machine has what a run needs; each line says how to mend it.",
    footer = {
      "",
      "Examples:",
      "  caretally doctor",
      "  caretally doctor --out /srv/reports --browser",
      "",
      "Ends with 0 when a run can be made, with 1 when something fails."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "folder of all reports (default: reports beside the program)")
  private Path out;

  @Option(
      names = "--browser",
      description = "look for Chromium too, which only --pdf, --png and the tests need")
  private boolean browser;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path reports = RunFolder.reports(out);
    List<Checkup.Line> lines = new ArrayList<>();
    lines.add(Checkup.java(Runtime.version().feature(), System.getProperty("java.version", "")));
    lines.add(Checkup.modules());
    lines.add(Checkup.memory(Runtime.getRuntime().maxMemory()));
    lines.add(Checkup.cores(Runtime.getRuntime().availableProcessors()));
    lines.add(FolderCheckup.folder("reports", reports, "choose another one with --out"));
    Path temp = Path.of(System.getProperty("java.io.tmpdir", "."));
    lines.add(FolderCheckup.folder("temporary", temp, "set TMPDIR to a folder of your own"));
    lines.add(Checkup.fonts());
    lines.add(
        Checkup.locale(Locale.getDefault(), System.getProperty("sun.jnu.encoding", "unknown")));
    lines.add(Checkup.loopback());
    if (browser) {
      lines.add(Checkup.browser(System.getenv("CHROMIUM"), System.getenv("PATH")));
    }
    lines.forEach(l -> l.print(terminal));
    boolean failed = lines.stream().anyMatch(l -> l.verdict() == Checkup.Verdict.FAIL);
    terminal.result(
        failed ? "A run would fail on this machine." : "A run can be made on this machine.");
    return failed ? 1 : 0;
  }
}
