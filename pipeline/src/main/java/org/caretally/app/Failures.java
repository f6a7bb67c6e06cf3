package org.caretally.app;

import java.util.List;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/** Turns what went wrong into words and an exit code. */
final class Failures {
  private static final int MOST = 50;
  private static final int FAULT = 1;

  private Failures() {}

  /** Prints what ended the run; returns the exit code of the process. */
  static int report(Exception exception, Terminal terminal) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problems) {
        print(problems.problems(), terminal);
        return problems.exit();
      }
    }
    if (terminal.faults()) {
      exception.printStackTrace(terminal.err());
    }
    Throwable root = exception;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    terminal.problem(
        "Caretally met a fault of its own: "
            + root.getClass().getSimpleName()
            + (root.getStackTrace().length > 0 ? " in " + root.getStackTrace()[0] : ""));
    terminal.problem(
        "Nothing was written. Please report it with the line above; it holds no data.");
    return FAULT;
  }

  static void print(List<Problem> problems, Terminal terminal) {
    problems.stream().limit(MOST).forEach(p -> terminal.problem(p.text()));
    long errors = problems.stream().filter(p -> !p.code().warning()).count();
    if (problems.size() > MOST) {
      terminal.problem("… and " + (problems.size() - MOST) + " more");
    }
    if (errors > 0) {
      terminal.problem(
          errors == 1
              ? "1 problem; nothing was written."
              : errors + " problems; nothing was written.");
      String first =
          problems.stream().filter(p -> !p.code().warning()).findFirst().orElseThrow().code().id();
      terminal.problem("\"caretally explain " + first + "\" says more.");
    }
  }
}
