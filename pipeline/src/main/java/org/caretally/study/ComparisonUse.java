package org.caretally.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.problem.Place;

/**
 * Comparisons of groups asked for.
 *
 * @param none whether the study asks for no comparisons at all
 * @param planned comparisons of two groups that were planned before the data were seen
 * @param changes challenges, factors or results whose change to the newest wave was planned;
 *     nothing when the study does not say it, and all that stands for challenges and factors is
 * @param place where it is declared
 */
public record ComparisonUse(
    boolean none, List<Planned> planned, Optional<List<Study.Named>> changes, Place place) {

  /** Returns the breakdowns of planned comparisons. */
  Set<String> domains() {
    return planned.stream().map(Planned::domain).collect(Collectors.toSet());
  }

  /**
   * Two groups.
   *
   * @param domain the breakdown
   * @param group level of the breakdown
   * @param against level it is compared with
   * @param place where it is written
   */
  public record Planned(String domain, String group, String against, Place place) {}
}
