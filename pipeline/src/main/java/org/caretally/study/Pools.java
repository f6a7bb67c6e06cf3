package org.caretally.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Pooling;
import org.caretally.disclosure.Profile;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * Shows small groups together. Each variable is looked at in its widest breakdown, and what is
 * decided there holds in every other breakdown by it, crossings too: otherwise two breakdowns
 * merged differently could be subtracted from each other. A crossing of which more than half is too
 * small even then is left out.
 *
 * @param plan the plan with the groups that will be shown
 * @param ledgers the ledgers of the waves, with the same groups
 * @param joint for each variable the levels that are shown together
 * @param words sentences for the report on what was done
 * @param warnings breakdowns that were left out
 */
public record Pools(
    Plan plan,
    SortedMap<String, Ledger> ledgers,
    Map<Axis, List<List<Integer>>> joint,
    List<String> words,
    List<Problem> warnings) {

  /**
   * Merges what is too small.
   *
   * @param profile the profile in force
   */
  public static Pools of(Plan plan, SortedMap<String, Ledger> ledgers, Profile profile) {
    if (!profile.protects() || !plan.study().disclosure().merges()) {
      return new Pools(plan, ledgers, Map.of(), List.of(), List.of());
    }
    Map<Axis, List<List<Integer>>> joint = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    GroupBases bases = new GroupBases(plan, ledgers);
    for (Map.Entry<Axis, Domain> widest : widest(plan, ledgers).entrySet()) {
      Axis axis = widest.getKey();
      List<List<Integer>> pools =
          Pooling.pools(bases.of(widest.getValue()), axis.cuts().length > 0, profile);
      if (!pools.isEmpty()) {
        joint.put(axis, pools);
        pools.forEach(p -> words.add(sentence(widest.getValue(), axis, p, profile)));
      }
    }
    return joined(plan, ledgers, joint).with(words).withoutFine(profile);
  }

  /** Returns for each variable that has a breakdown of its own the one with the most people. */
  static Map<Axis, Domain> widest(Plan plan, SortedMap<String, Ledger> ledgers) {
    GroupBases bases = new GroupBases(plan, ledgers);
    Map<Axis, Domain> widest = new LinkedHashMap<>();
    plan.coding().domains().stream()
        .filter(d -> d.axes().size() == 1)
        .sorted(Comparator.comparingLong((Domain d) -> -bases.people(d)))
        .forEach(d -> widest.putIfAbsent(d.axes().get(0), d));
    return widest;
  }

  /**
   * Shows levels together as told.
   *
   * @param joint for each variable the levels that are shown together
   */
  static Pools joined(
      Plan plan, SortedMap<String, Ledger> ledgers, Map<Axis, List<List<Integer>>> joint) {
    Map<Cell, Plan.CellWords> cells = new LinkedHashMap<>();
    Map<Cell, Cell> to = new HashMap<>();
    cells.put(Cell.EVERYBODY, plan.cells().get(Cell.EVERYBODY));
    for (Domain domain : plan.coding().domains()) {
      List<ShownLevel> shown = crossed(domain, joint);
      for (int i = 0; i < shown.size(); i++) {
        Cell cell = new Cell(domain.id(), shown.get(i).id());
        cells.put(cell, new Plan.CellWords(domain.label(), shown.get(i).label(), i));
        for (int level : shown.get(i).members()) {
          to.put(new Cell(domain.id(), domain.levels().get(level).id()), cell);
        }
      }
    }
    to.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    SortedMap<String, Ledger> pooled = new TreeMap<>();
    ledgers.forEach((wave, ledger) -> pooled.put(wave, to.isEmpty() ? ledger : ledger.pooled(to)));
    return new Pools(plan.pooled(cells, to), pooled, joint, List.of(), List.of());
  }

  private static String sentence(Domain domain, Axis axis, List<Integer> pool, Profile profile) {
    return domain.label()
        + ": "
        + pool.stream().map(l -> axis.levels().get(l).label()).collect(Collectors.joining(", "))
        + " are shown together, because there were fewer than "
        + profile.k()
        + " people in at least one of them.";
  }

  private Pools with(List<String> more) {
    return new Pools(plan, ledgers, joint, List.copyOf(more), warnings);
  }

  /** Returns the groups of a domain as shown, with the positions of its own levels in them. */
  private static List<ShownLevel> crossed(Domain domain, Map<Axis, List<List<Integer>>> joint) {
    List<ShownLevel> all = ShownLevel.of(domain.levels());
    for (int i = 0; i < domain.axes().size(); i++) {
      Axis axis = domain.axes().get(i);
      List<ShownLevel> levels = ShownLevel.of(axis, joint.getOrDefault(axis, List.of()));
      all = i == 0 ? levels : ShownLevel.crossed(all, levels, axis.levels().size());
    }
    return all;
  }

  /** Leaves crossings out that would be mostly empty. */
  private Pools withoutFine(Profile profile) {
    Map<Cell, Plan.CellWords> kept = new LinkedHashMap<>(plan.cells());
    List<String> more = new ArrayList<>(words);
    List<Problem> left = new ArrayList<>();
    GroupBases bases = new GroupBases(plan, ledgers);
    for (Domain domain : plan.coding().domains()) {
      List<Cell> cells =
          plan.cells().keySet().stream().filter(c -> c.domain().equals(domain.id())).toList();
      long small = bases.smaller(cells, profile.k());
      if (domain.axes().size() > 1 && 2 * small > cells.size()) {
        cells.forEach(kept::remove);
        more.add(
            domain.label()
                + " is not shown: more than half of its groups have fewer than "
                + profile.k()
                + " people.");
        left.add(tooFine(domain, small, cells.size(), profile));
      }
    }
    return left.isEmpty()
        ? this
        : new Pools(
            plan.pooled(kept, plan.pools()), ledgers, joint, List.copyOf(more), List.copyOf(left));
  }

  private Problem tooFine(Domain domain, long small, int all, Profile profile) {
    String place = plan.study().file().getFileName().toString();
    return Problem.of(
        Code.BREAKDOWN_TOO_FINE,
        Place.in(place),
        "breakdown \""
            + domain.id()
            + "\" is left out: "
            + small
            + " of its "
            + all
            + " groups have fewer than "
            + profile.k()
            + " people",
        "join levels of its variables (merge), or leave the breakdown out");
  }
}
