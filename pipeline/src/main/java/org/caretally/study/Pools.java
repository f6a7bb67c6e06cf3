package org.caretally.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caretally.codebook.Level;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Pooling;
import org.caretally.disclosure.Profile;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Difference;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Sampling;

/**
 * Shows small groups together. Each variable is looked at in its widest breakdown, and what is
 * decided there holds in every other breakdown by it, crossings too: otherwise two breakdowns
 * merged differently could be subtracted from each other.
 *
 * @param plan the plan with the groups that will be shown
 * @param ledgers the ledgers of the waves, with the same groups
 * @param words for each merged group a sentence
 */
public record Pools(Plan plan, SortedMap<String, Ledger> ledgers, List<String> words) {

  /**
   * Merges what is too small.
   *
   * @param profile the profile in force
   */
  public static Pools of(Plan plan, SortedMap<String, Ledger> ledgers, Profile profile) {
    if (!profile.protects() || !plan.study().disclosure().merges()) {
      return new Pools(plan, ledgers, List.of());
    }
    Map<Axis, List<Shown>> axes = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    Bases bases = new Bases(plan, ledgers);
    for (Domain domain : widestFirst(plan.coding().domains(), bases)) {
      Axis axis = domain.axes().get(0);
      if (axes.containsKey(axis)) {
        continue;
      }
      List<List<Integer>> pools = Pooling.pools(bases.of(domain), axis.cuts().length > 0, profile);
      if (!pools.isEmpty()) {
        axes.put(axis, Shown.of(axis, pools));
        pools.forEach(p -> words.add(sentence(domain, axis, p, profile)));
      }
    }
    return axes.isEmpty()
        ? new Pools(plan, ledgers, List.of())
        : pooled(plan, ledgers, axes, words);
  }

  private static List<Domain> widestFirst(List<Domain> domains, Bases bases) {
    return domains.stream()
        .filter(d -> d.axes().size() == 1)
        .sorted(Comparator.comparingLong((Domain d) -> -bases.people(d)))
        .toList();
  }

  private static String sentence(Domain domain, Axis axis, List<Integer> pool, Profile profile) {
    return domain.label()
        + ": "
        + pool.stream().map(l -> axis.levels().get(l).label()).collect(Collectors.joining(", "))
        + " are shown together, because there were fewer than "
        + profile.k()
        + " people in at least one of them.";
  }

  private static Pools pooled(
      Plan plan,
      SortedMap<String, Ledger> ledgers,
      Map<Axis, List<Shown>> axes,
      List<String> words) {
    Map<Cell, Plan.CellWords> cells = new LinkedHashMap<>();
    Map<Cell, Cell> to = new HashMap<>();
    cells.put(Cell.EVERYBODY, plan.cells().get(Cell.EVERYBODY));
    for (Domain domain : plan.coding().domains()) {
      List<Shown> shown = crossed(domain, axes);
      for (int i = 0; i < shown.size(); i++) {
        Cell cell = new Cell(domain.id(), shown.get(i).id());
        cells.put(cell, new Plan.CellWords(domain.label(), shown.get(i).label(), i));
        for (int level : shown.get(i).members()) {
          to.put(new Cell(domain.id(), domain.levels().get(level).id()), cell);
        }
      }
    }
    SortedMap<String, Ledger> pooled = new TreeMap<>();
    ledgers.forEach((wave, ledger) -> pooled.put(wave, ledger.pooled(to)));
    to.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return new Pools(plan.pooled(cells, to), pooled, List.copyOf(words));
  }

  /** Returns the groups of a domain as shown, with the positions of its own levels in them. */
  private static List<Shown> crossed(Domain domain, Map<Axis, List<Shown>> axes) {
    List<Shown> all = new ArrayList<>();
    for (int i = 0; i < domain.axes().size(); i++) {
      Axis axis = domain.axes().get(i);
      List<Shown> levels = axes.getOrDefault(axis, Shown.of(axis, List.of()));
      all = i == 0 ? levels : Shown.crossed(all, levels, axis.levels().size());
    }
    return domain.axes().isEmpty() ? Shown.of(domain.levels()) : all;
  }

  /** How many people the numbers of levels rest on. */
  private record Bases(Plan plan, SortedMap<String, Ledger> ledgers) {

    long people(Domain domain) {
      return ledgers.values().stream()
          .mapToLong(l -> cells(domain).stream().mapToLong(l::people).sum())
          .sum();
    }

    private static List<Cell> cells(Domain domain) {
      return domain.levels().stream().map(l -> new Cell(domain.id(), l.id())).toList();
    }

    /** What most people answered decides; what few were asked is hidden for itself. */
    long[][] of(Domain domain) {
      List<Cell> cells = cells(domain);
      long[][] bases = new long[cells.size()][ledgers.size()];
      int wave = 0;
      for (Ledger ledger : ledgers.values()) {
        Sampling sampling = ledger.sampling(plan.coding().design());
        Map<Measure, Long> all = new LinkedHashMap<>();
        plan.measures(cells.get(0)).forEach(m -> all.put(m, answered(sampling, Cell.EVERYBODY, m)));
        long most = all.values().stream().mapToLong(n -> n).max().orElse(0);
        all.values().removeIf(n -> 2 * n < most);
        for (int i = 0; i < bases.length; i++) {
          Cell cell = cells.get(i);
          bases[i][wave] =
              ledger.people(cell) == 0
                  ? Pooling.NOBODY
                  : all.keySet().stream()
                      .mapToLong(m -> answered(sampling, cell, m))
                      .min()
                      .orElse(0);
        }
        wave++;
      }
      return bases;
    }

    private static long answered(Sampling sampling, Cell cell, Measure measure) {
      return Difference.people(
          measure.estimator(), List.of(sampling.of(cell, measure.estimator())));
    }
  }

  /**
   * A group as shown.
   *
   * @param members positions of the levels in it
   */
  private record Shown(String id, String label, List<Integer> members) {

    static List<Shown> of(List<Level> levels) {
      List<Shown> all = new ArrayList<>();
      for (int i = 0; i < levels.size(); i++) {
        all.add(new Shown(levels.get(i).id(), levels.get(i).label(), List.of(i)));
      }
      return all;
    }

    /** Bands stay in their order; other merged groups come last. */
    static List<Shown> of(Axis axis, List<List<Integer>> pools) {
      List<Shown> single = of(axis.levels());
      boolean ordered = axis.cuts().length > 0;
      List<Shown> all = new ArrayList<>();
      LinkedHashSet<Shown> last = new LinkedHashSet<>();
      for (int i = 0; i < single.size(); i++) {
        int level = i;
        Optional<List<Integer>> pool = pools.stream().filter(p -> p.contains(level)).findFirst();
        if (pool.isEmpty()) {
          all.add(single.get(i));
        } else if (!ordered) {
          last.add(joint(axis, pool.get(), false));
        } else if (pool.get().get(0) == i) {
          all.add(joint(axis, pool.get(), true));
        }
      }
      all.addAll(last);
      return all;
    }

    private static Shown joint(Axis axis, List<Integer> pool, boolean ordered) {
      List<String> labels = pool.stream().map(l -> axis.levels().get(l).label()).toList();
      String id =
          pool.stream().map(l -> axis.levels().get(l).id()).collect(Collectors.joining("+"));
      int last = labels.size() - 1;
      String label =
          ordered || labels.size() == 2
              ? String.join(", ", labels.subList(0, last)) + " and " + labels.get(last)
              : "All other groups";
      return new Shown(id, label, pool);
    }

    /**
     * Crosses groups.
     *
     * @param size how many levels the further axis has, before merging
     */
    static List<Shown> crossed(List<Shown> left, List<Shown> right, int size) {
      List<Shown> all = new ArrayList<>();
      for (Shown a : left) {
        for (Shown b : right) {
          List<Integer> members = new ArrayList<>();
          a.members().forEach(m -> b.members().forEach(n -> members.add(m * size + n)));
          all.add(new Shown(a.id() + " / " + b.id(), a.label() + ", " + b.label(), members));
        }
      }
      return all;
    }
  }
}
