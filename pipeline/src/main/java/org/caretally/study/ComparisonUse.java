package org.caretally.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caretally.estimate.Cell;
import org.caretally.problem.Place;

/**
 * Comparisons of groups asked for.
 *
 * @param none whether the study asks for no comparisons at all
 * @param planned comparisons of two groups that were planned before the data were seen
 * @param place where it is declared
 */
public record ComparisonUse(boolean none, List<Planned> planned, Place place) {

  /** Returns the groups of planned comparisons. */
  Set<Cell> cells() {
    Set<Cell> cells = new LinkedHashSet<>();
    for (Planned p : planned) {
      cells.add(new Cell(p.domain(), p.group()));
      cells.add(new Cell(p.domain(), p.against()));
    }
    return cells;
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
