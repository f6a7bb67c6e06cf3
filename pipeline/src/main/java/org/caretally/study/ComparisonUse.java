package org.caretally.study;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.problem.Place;

/**
 * Comparisons of groups asked for.
 *
 * @param none whether the study asks for no comparisons at all
 * @param planned comparisons of two groups that were planned before the data were seen
 * @param place where it is declared
 */
public record ComparisonUse(boolean none, List<Planned> planned, Place place) {

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
