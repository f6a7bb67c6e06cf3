package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.design.Domain;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Workforce;

/**
 * The headcounts of published groups, as a reader of the study file knows them: breakdowns by
 * variables that weights were made to meet.
 */
final class Headcounts {
  private Headcounts() {}

  /**
   * Returns the people of the population by group; nothing for groups whose headcount is unknown.
   *
   * @param pools for a level that is shown with others, the group it is shown in
   */
  static Workforce of(Plan plan, Map<Group, Group> pools) {
    Optional<WeightingUse> use = plan.study().design().weighting();
    if (use.isEmpty()) {
      return Workforce.NONE;
    }
    Map<String, Map<Group, Double>> waves = new HashMap<>();
    use.get().waves().forEach((wave, tables) -> waves.put(wave, people(plan, tables, pools)));
    return new Workforce(people(plan, use.get().tables(), pools), waves);
  }

  private static Map<Group, Double> people(
      Plan plan, List<WeightingUse.Table> tables, Map<Group, Group> pools) {
    Map<Group, Double> all = new HashMap<>();
    tables.forEach(table -> add(plan, table, pools, all));
    return all;
  }

  private static void add(
      Plan plan, WeightingUse.Table table, Map<Group, Group> pools, Map<Group, Double> all) {
    for (Domain domain : plan.coding().domains()) {
      List<Integer> at = places(plan, domain, table.variables());
      if (!domain.axes().isEmpty() && domain.where().isEmpty() && !at.contains(-1)) {
        table
            .counts()
            .forEach(
                (levels, people) -> {
                  Group own = new Group(domain.id(), level(levels, at));
                  all.merge(pools.getOrDefault(own, own), (double) people, Double::sum);
                });
      }
    }
  }

  /** Where the variables of a breakdown stand among those of a table; -1 for none. */
  private static List<Integer> places(Plan plan, Domain domain, List<String> variables) {
    List<Integer> at = new ArrayList<>();
    domain
        .axes()
        .forEach(
            axis -> {
              String id = plan.coding().variables().get(axis.variable()).id();
              at.add(axis.cuts().length > 0 ? -1 : variables.indexOf(id));
            });
    return at;
  }

  private static String level(List<String> levels, List<Integer> at) {
    return String.join(" / ", at.stream().map(levels::get).toList());
  }
}
