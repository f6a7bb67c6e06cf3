package org.caretally.study;

import java.util.List;
import java.util.Set;
import org.caretally.estimate.Cell;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Looks up the levels that planned comparisons name. */
final class PlannedCheck {
  private PlannedCheck() {}

  static void check(ComparisonUse use, Set<Cell> cells, Problems problems) {
    for (ComparisonUse.Planned planned : use.planned()) {
      List<String> known =
          cells.stream().filter(c -> c.domain().equals(planned.domain())).map(Cell::level).toList();
      for (String level : List.of(planned.group(), planned.against())) {
        if (!known.contains(level)) {
          problems.add(
              new Problem(
                  Code.UNKNOWN_NAME,
                  planned.place(),
                  "there is no level \"" + level + "\" in \"" + planned.domain() + "\"",
                  "the short name of one of its levels",
                  Nearest.to(level, known),
                  ""));
        }
      }
    }
  }
}
