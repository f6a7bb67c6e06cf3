package org.caretally.app;

import java.util.List;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/** Turns what went wrong into words and an exit code. */
final class Failures {
  private static final int MOST = 50;
  private static final int FAULT = 1;
  private static final String TOO_SMALL_FOR_SPARK = "INVALID_DRIVER_MEMORY";
  private static final int MEGABYTE_BITS = 20;
  private static final long GIGABYTE = 1024;

  private Failures() {}

  /** Prints what ended the run; returns the exit code of the process. */
  static int report(Throwable exception, Terminal terminal) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problems) {
        print(problems.problems(), terminal);
        return problems.exit();
      }
    }
    if (outOfMemory(exception)) {
      print(List.of(outOfMemory(Runtime.getRuntime().maxMemory())), terminal);
      return Code.OUT_OF_MEMORY.exit();
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

  /**
   * Returns whether memory ran out, or is less than Spark starts with. Spark tells a task's error
   * as text once it has given up, so the name of the error inside a message counts, too.
   */
  private static boolean outOfMemory(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage());
      if (cause instanceof OutOfMemoryError
          || words.contains(OutOfMemoryError.class.getName())
          || words.contains(TOO_SMALL_FOR_SPARK)) {
        return true;
      }
    }
    return false;
  }

  private static Problem outOfMemory(long most) {
    long megabytes = most >> MEGABYTE_BITS;
    long next = Math.max(2, (megabytes * 2 + GIGABYTE - 1) / GIGABYTE);
    return Problem.of(
        Code.OUT_OF_MEMORY,
        Place.in(""),
        "the sums of this survey need more than the " + megabytes + " MB that Java was given",
        "CARETALLY_MEMORY=" + next + "g, and the same command again");
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
