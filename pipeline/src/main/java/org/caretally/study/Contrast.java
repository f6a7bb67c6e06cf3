package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.estimate.Cell;

/**
 * A group and those it is compared with.
 *
 * @param group the group
 * @param others the other levels of its breakdown, or one of them
 * @param planned whether the study file asks for it; otherwise the group is compared with the rest
 */
record Contrast(Cell group, List<Cell> others, boolean planned) {
  /** What a group is compared with when nothing was planned. */
  static final String REST = "rest";

  /** Returns the id of what the group is compared with. */
  String against() {
    return planned ? others.get(0).level() : REST;
  }

  /** Returns every level of every breakdown of several levels against the other levels. */
  static List<Contrast> all(Plan plan) {
    ComparisonUse use = plan.study().comparisons();
    List<Contrast> all = new ArrayList<>();
    if (use.none()) {
      return all;
    }
    domains(plan)
        .values()
        .forEach(
            cells -> {
              for (Cell cell : cells) {
                List<Cell> others = cells.stream().filter(c -> !c.equals(cell)).toList();
                if (!others.isEmpty()) {
                  all.add(new Contrast(cell, others, false));
                }
              }
            });
    for (ComparisonUse.Planned p : use.planned()) {
      Cell group = new Cell(p.domain(), p.group());
      Cell against = new Cell(p.domain(), p.against());
      // a level that is shown with others has no result of its own to compare
      if (plan.cells().containsKey(group) && plan.cells().containsKey(against)) {
        all.add(new Contrast(group, List.of(against), true));
      }
    }
    return all;
  }

  /** Returns the levels of each breakdown. */
  static Map<String, List<Cell>> domains(Plan plan) {
    Map<String, List<Cell>> domains = new LinkedHashMap<>();
    for (Cell cell : plan.cells().keySet()) {
      if (!cell.equals(Cell.EVERYBODY)) {
        domains.computeIfAbsent(cell.domain(), k -> new ArrayList<>()).add(cell);
      }
    }
    return domains;
  }
}
