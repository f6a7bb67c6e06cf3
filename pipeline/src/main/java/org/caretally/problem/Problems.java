package org.caretally.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects every problem of a step, so that a user sees all of them at once. Not thread-safe: one
 * collector belongs to one step.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds one problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Returns all problems so far, errors before warnings, each kind by code, file and line. */
  public List<Problem> all() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.code().id())
                .thenComparing(p -> p.where().file())
                .thenComparingInt(p -> p.where().line())
                .thenComparing(Problem::what))
        .distinct()
        .toList();
  }

  /** Returns only the warnings, in the order of {@link #all()}. */
  public List<Problem> warnings() {
    return all().stream().filter(p -> p.code().warning()).toList();
  }

  /** Returns whether a problem was added that ends a run. */
  public boolean hasErrors() {
    return found.stream().anyMatch(p -> !p.code().warning());
  }

  /**
   * Ends the step if it found an error.
   *
   * @throws ProblemException with every problem, if at least one is an error
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new ProblemException(all());
    }
  }
}
