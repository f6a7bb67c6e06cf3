package org.caretally.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does everything that {@code run} does but write a report. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read a study, say what is wrong, and what would be withheld. Writes nothing.",
    footer = {
      "",
      "Examples:",
      "  caretally check study.yml",
      "  caretally check surveys/2026 --quiet"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private StudyOptions options;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    Prepared prepared = Prepared.read(options, terminal);
    try (Scratch scratch = Scratch.create()) {
      Log.into(scratch.folder());
      Results results = Results.of(prepared, options, scratch.folder(), terminal);
      new CheckSummary(results).lines().forEach(terminal::result);
      Failures.print(results.warnings(), terminal);
      return 0;
    }
  }
}
