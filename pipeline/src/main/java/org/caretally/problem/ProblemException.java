package org.caretally.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a step for reasons the user can mend. A fault of ours is any other exception. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Creates the exception with at least one problem. */
  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Creates the exception for one problem. */
  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /** Returns every problem, in a fixed order. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the exit code: that of the first error. */
  public int exit() {
    return problems.stream()
        .mapToInt(p -> p.code().exit())
        .filter(e -> e > 0)
        .findFirst()
        .orElse(1);
  }
}
