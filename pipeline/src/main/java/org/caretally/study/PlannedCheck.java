package org.caretally.study;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.estimate.Cell;
import org.caretally.instrument.Construct;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Looks up what planned comparisons name. */
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

  /** Returns the results whose change was planned: named themselves, or by what they stand for. */
  static Set<String> changes(
      ComparisonUse use,
      List<Measure> measures,
      Map<Construct, Measure> coverage,
      Set<String> otherwise,
      Problems problems) {
    if (use.changes().isEmpty()) {
      return otherwise;
    }
    Map<String, String> known = new LinkedHashMap<>();
    measures.forEach(m -> known.put(m.id(), m.id()));
    coverage.forEach((construct, measure) -> known.putIfAbsent(construct.id(), measure.id()));
    Set<String> planned = new LinkedHashSet<>();
    for (Study.Named one : use.changes().get()) {
      if (known.containsKey(one.name())) {
        planned.add(known.get(one.name()));
      } else {
        List<String> names = List.copyOf(known.keySet());
        problems.add(
            new Problem(
                Code.UNKNOWN_NAME,
                one.place(),
                "there is no result \"" + one.name() + "\" whose change could be planned",
                "a challenge or factor that is measured, or a result such as phq9.total",
                Nearest.to(one.name(), names),
                ""));
      }
    }
    return planned;
  }
}
