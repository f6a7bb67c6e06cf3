package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sums that tie groups, and which of them follow from others: where the levels of a breakdown
 * add up to everybody and the cells of a crossing to those levels, the cells add up to everybody.
 * Without the sums that follow, a crossed table is a network, which is far quicker to look at.
 *
 * @param own sums that say something of their own
 * @param implied sums that follow, each with the groups through which it does
 */
record Ties(List<Margin> own, Map<Margin, List<Group>> implied) {

  static Ties of(List<Margin> margins) {
    Map<Group, List<Margin>> dividing = new HashMap<>();
    margins.forEach(m -> dividing.computeIfAbsent(m.whole(), k -> new ArrayList<>()).add(m));
    List<Margin> own = new ArrayList<>();
    Map<Margin, List<Group>> implied = new LinkedHashMap<>();
    for (Margin margin : margins) {
      List<Group> through = List.of();
      for (Margin coarse : dividing.get(margin.whole())) {
        through = through.isEmpty() ? through(margin, coarse, dividing) : through;
      }
      if (through.isEmpty()) {
        own.add(margin);
      } else {
        implied.put(margin, through);
      }
    }
    return new Ties(List.copyOf(own), implied);
  }

  /**
   * The parts of a coarse division which the parts of the fine one divide; none if some are left.
   */
  private static List<Group> through(
      Margin fine, Margin coarse, Map<Group, List<Margin>> dividing) {
    Set<Group> left = new HashSet<>(fine.parts());
    List<Group> through = new ArrayList<>();
    for (Group part : coarse.parts()) {
      for (Margin inside : dividing.getOrDefault(part, List.of())) {
        if (!coarse.equals(fine) && left.containsAll(inside.parts())) {
          left.removeAll(Set.copyOf(inside.parts()));
          through.add(part);
        }
      }
    }
    return left.isEmpty() ? through : List.of();
  }
}
