package org.caretally.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;

/**
 * Tries for every breakdown what joining its two smallest groups would save, and for every crossing
 * what leaving it out would.
 */
public final class Advice {
  private final Plan plan;
  private final SortedMap<String, Ledger> ledgers;
  private final Map<String, ScoreCounts> counts;
  private final Gate gate;

  private Advice(
      Plan plan,
      SortedMap<String, Ledger> ledgers,
      Map<String, ScoreCounts> counts,
      Profile profile) {
    this.plan = plan;
    this.ledgers = ledgers;
    this.counts = counts;
    gate = new Gate(profile);
  }

  /**
   * What joining two groups, or leaving a crossing out, would do.
   *
   * @param breakdown the breakdown, in words
   * @param groups the two groups, in words; or that the breakdown is left out
   * @param now results of all breakdowns withheld to protect people, as things are
   * @param then the same with the groups joined
   */
  public record Saving(String breakdown, String groups, long now, long then) {}

  /**
   * Returns what would save something, most first.
   *
   * @param pools the groups as they are shown now
   * @param ledgers the ledgers as they were read
   */
  public static List<Saving> of(
      Plan plan,
      SortedMap<String, Ledger> ledgers,
      Map<String, ScoreCounts> counts,
      Pools pools,
      Profile profile) {
    Advice advice = new Advice(plan, ledgers, counts, profile);
    long now = advice.withheld(pools);
    List<Saving> savings = new ArrayList<>();
    Pools.widest(plan, ledgers)
        .forEach((axis, domain) -> savings.addAll(advice.saving(axis, domain, pools, now)));
    plan.coding().domains().stream()
        .filter(d -> d.axes().size() > 1)
        .forEach(d -> savings.add(advice.without(d, pools, now)));
    return savings.stream()
        .filter(s -> s.then() < s.now())
        .sorted(Comparator.comparingLong((Saving s) -> s.then()).thenComparing(Saving::breakdown))
        .toList();
  }

  private List<Saving> saving(Axis axis, Domain domain, Pools pools, long now) {
    List<ShownLevel> shown =
        ShownLevel.of(axis, pools.joint().getOrDefault(axis, List.of())).stream()
            .filter(s -> people(domain, s) > 0)
            .toList();
    if (shown.size() < 3) {
      return List.of();
    }
    List<ShownLevel> two = smallest(domain, shown, axis.cuts().length > 0);
    List<Integer> joint =
        two.stream().flatMap(s -> s.members().stream()).sorted().collect(Collectors.toList());
    Map<Axis, List<List<Integer>>> all = new LinkedHashMap<>(pools.joint());
    List<List<Integer>> own = new ArrayList<>(all.getOrDefault(axis, List.of()));
    own.removeIf(joint::containsAll);
    own.add(joint);
    all.put(axis, own);
    String words = two.stream().map(ShownLevel::label).collect(Collectors.joining(" with "));
    long then = withheld(Pools.joined(plan, ledgers, all));
    return List.of(new Saving(domain.label(), words, now, then));
  }

  private Saving without(Domain domain, Pools pools, long now) {
    Map<Cell, Plan.CellWords> kept = new LinkedHashMap<>(pools.plan().cells());
    kept.keySet().removeIf(c -> c.domain().equals(domain.id()));
    Plan fewer = pools.plan().pooled(kept, pools.plan().pools());
    Pools without = new Pools(fewer, pools.ledgers(), pools.joint(), List.of(), List.of());
    return new Saving(domain.label(), "leave it out", now, withheld(without));
  }

  private List<ShownLevel> smallest(Domain domain, List<ShownLevel> shown, boolean ordered) {
    Comparator<Integer> size = Comparator.comparingLong(i -> people(domain, shown.get(i)));
    List<Integer> order =
        IntStream.range(0, shown.size()).boxed().sorted(size).collect(Collectors.toList());
    int first = order.get(0);
    int second =
        ordered
            ? order.stream().filter(i -> Math.abs(i - first) == 1).findFirst().orElseThrow()
            : order.get(1);
    return List.of(shown.get(Math.min(first, second)), shown.get(Math.max(first, second)));
  }

  private long people(Domain domain, ShownLevel level) {
    return ledgers.values().stream()
        .mapToLong(
            ledger ->
                level.members().stream()
                    .mapToLong(
                        m -> ledger.people(new Cell(domain.id(), domain.levels().get(m).id())))
                    .sum())
        .sum();
  }

  private long withheld(Pools pools) {
    ProtectedTable estimates =
        gate.release(Analysis.estimates(pools.plan(), pools.ledgers(), counts).release())
            .estimates();
    return estimates.rows().stream().filter(r -> r.text("status").equals("confidential")).count();
  }
}
