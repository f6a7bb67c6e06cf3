package org.caretally.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caretally.problem.ProblemException;
import org.caretally.study.Risk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does everything that {@code run} does but write a report. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read a study, say what is wrong, and what would be withheld. Writes nothing.",
    footer = {
      "",
      "The exit code is 0 when a run would succeed, else that of the run.",
      "",
      "Examples:",
      "  caretally check study.yml",
      "  caretally check surveys/2026 --quiet --json"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private StudyOptions options;

  @Option(names = "--json", description = "print the answer as JSON, see docs/check-json.md")
  private boolean json;

  @Option(
      names = "--advise",
      description = "try for every breakdown what joining its two smallest groups would save")
  private boolean advise;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    options.apply(terminal);
    terminal.progress("Caretally " + Version.number());
    try {
      return answer();
    } catch (ProblemException e) {
      if (json) {
        terminal.result(Json.of(CheckTables.failed(e.exit(), e.problems())));
      }
      throw e;
    }
  }

  private int answer() throws IOException {
    Prepared prepared = Prepared.read(options, terminal);
    try (Scratch scratch = Scratch.create()) {
      Log.into(scratch.folder());
      Risk risk = Risk.of(prepared.plan());
      Results results = Results.of(prepared, options, scratch.folder(), terminal, risk);
      Map<String, Object> answer = new CheckTables(prepared.plan(), results).all(advise);
      if (json) {
        terminal.result(Json.of(answer));
      } else {
        CheckText.of(answer).forEach(terminal::result);
      }
      Failures.print(results.warnings(), terminal);
      return 0;
    }
  }
}
