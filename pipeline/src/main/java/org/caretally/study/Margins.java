package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.codebook.Level;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;

/** Finds which groups of a study add up to which: breakdowns to everybody, crossings to a level. */
final class Margins {
  private Margins() {}

  /**
   * Returns all sums.
   *
   * @param domains breakdowns
   * @param pools for a level that is shown with others, the group it is shown in
   */
  static List<Margin> of(List<Domain> domains, Map<Group, Group> pools) {
    List<Margin> all = new ArrayList<>();
    for (Domain domain : domains) {
      all.add(new Margin(Group.EVERYBODY, pooled(groups(domain), pools)));
      for (Domain other : domains) {
        if (!other.equals(domain) && refines(other, domain)) {
          all.addAll(levels(domain, other, pools));
        }
      }
    }
    return all;
  }

  private static List<Group> groups(Domain domain) {
    return domain.levels().stream().map(l -> new Group(domain.id(), l.id())).toList();
  }

  private static List<Group> pooled(List<Group> groups, Map<Group, Group> pools) {
    Set<Group> all = new LinkedHashSet<>();
    groups.forEach(g -> all.add(pools.getOrDefault(g, g)));
    return List.copyOf(all);
  }

  /** Returns whether every level of a domain lies inside one level of another. */
  private static boolean refines(Domain fine, Domain coarse) {
    boolean finer =
        fine.axes().size() > coarse.axes().size() || fine.where().size() > coarse.where().size();
    return finer
        && fine.axes().containsAll(coarse.axes())
        && fine.where().containsAll(coarse.where());
  }

  private static List<Margin> levels(Domain coarse, Domain fine, Map<Group, Group> pools) {
    Map<Group, Set<Group>> parts = new LinkedHashMap<>();
    Set<Group> torn = new LinkedHashSet<>();
    Map<Group, Group> homes = new LinkedHashMap<>();
    List<Level> levels = fine.levels();
    for (int i = 0; i < levels.size(); i++) {
      Group part = new Group(fine.id(), levels.get(i).id());
      Group shown = pools.getOrDefault(part, part);
      Group level = groups(coarse).get(project(i, fine, coarse));
      Group whole = pools.getOrDefault(level, level);
      if (!whole.equals(homes.computeIfAbsent(shown, s -> whole))) {
        torn.add(shown);
      }
      parts.computeIfAbsent(whole, w -> new LinkedHashSet<>()).add(shown);
    }
    List<Margin> all = new ArrayList<>();
    parts.forEach(
        (whole, inside) -> {
          // a pool that reaches beyond the whole is no part of it; what remains counts as in none
          inside.removeAll(torn);
          if (!inside.isEmpty()) {
            all.add(new Margin(whole, List.copyOf(inside)));
          }
        });
    return all;
  }

  /** Returns the coarse level in which a fine level lies; the last axis varies fastest. */
  private static int project(int level, Domain fine, Domain coarse) {
    int rest = level;
    int[] at = new int[fine.axes().size()];
    for (int i = at.length - 1; i >= 0; i--) {
      int size = fine.axes().get(i).levels().size();
      at[i] = rest % size;
      rest /= size;
    }
    int result = 0;
    for (Axis axis : coarse.axes()) {
      result = result * axis.levels().size() + at[fine.axes().indexOf(axis)];
    }
    return result;
  }
}
