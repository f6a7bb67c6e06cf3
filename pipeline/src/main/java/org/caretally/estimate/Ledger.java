package org.caretally.estimate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caretally.design.Design;
import org.caretally.design.Stratum;

/**
 * The one state of the pipeline: exact weighted totals for every (stratum, PSU, cell), or for every
 * (stratum, cell) with second moments when people are PSUs.
 *
 * <p>All sums are integers (weights on a grid of 2⁻³², answers on their variable's grid), so {@link
 * #merge} is exactly associative and commutative and a new ledger is neutral: any split of the
 * rows, in any order, on any machine, ends in an equal ledger. Still confidential: a PSU may be one
 * person.
 */
public final class Ledger implements Serializable {
  private static final long[] NONE = {};

  private final Layout layout;
  private final Map<Stratum, Map<String, Unit>> units = new HashMap<>();
  private final Map<Stratum, Set<String>> finite = new HashMap<>();
  private final CellSums[] cells;
  private final Profiles[] profiles;
  private final ClassUnits classes = new ClassUnits();
  private final Roster roster;
  private transient long[] vector;

  /** Creates an empty ledger. */
  public Ledger(Layout layout) {
    this.layout = layout;
    cells = new CellSums[layout.cells().size()];
    roster = new Roster(layout.roster());
    Classes headcounts = layout.classes().orElse(null);
    profiles =
        layout.pools().values().stream()
            .map(models -> new Profiles(models, headcounts))
            .toArray(Profiles[]::new);
  }

  /**
   * Adds one person.
   *
   * @param stratum the person's stratum
   * @param psu the person's PSU inside it; ignored when people are PSUs
   * @param fpc number of PSUs in the stratum's population, or sampling fraction, as decimal text;
   *     empty for none
   * @param weight weight on the grid of {@link org.caretally.design.Weight}, positive
   * @param memberOf positions of the cells the person belongs to; none for a person outside the
   *     analysis population, who still belongs to the design
   * @param row coded answers
   * @throws ArithmeticException if a sum outgrows 128 bits
   */
  public void add(
      Stratum stratum, String psu, String fpc, long weight, int[] memberOf, long[] row) {
    add(stratum, psu, fpc, weight, weight, NONE, memberOf, row);
  }

  /**
   * Adds one person whose weight was made to meet headcounts, or who has replicate weights.
   *
   * @param base the design weight before that
   * @param replicates the person's replicate weights on the same grid, of any sign
   */
  public void add(
      Stratum stratum,
      String psu,
      String fpc,
      long base,
      long weight,
      long[] replicates,
      int[] memberOf,
      long[] row) {
    if (!fpc.isEmpty()) {
      finite.computeIfAbsent(stratum, k -> new TreeSet<>()).add(fpc);
    }
    if (vector == null) {
      vector = layout.vector();
    }
    if (memberOf.length > 0) {
      layout.fill(vector, row);
    }
    units
        .computeIfAbsent(stratum, k -> new HashMap<>())
        .computeIfAbsent(layout.people() ? "" : psu, k -> new Unit(cells.length))
        .add(layout, weight, memberOf, vector, row);
    if (layout.classes().isPresent()) {
      int at = layout.classes().get().of(row);
      String key = layout.people() ? "" : psu;
      ClassUnit unit = classes.of(stratum, key, at, cells.length);
      unit.add(base, weight);
      unit.unit.add(layout, weight, memberOf, vector, row);
    }
    if (!layout.roster().isEmpty()) {
      String key = layout.people() ? "" : psu;
      roster.add(stratum, key, base, weight, memberOf.length > 0, row);
    }
    for (int i = 0; memberOf.length > 0 && i < profiles.length; i++) {
      profiles[i].add(stratum, layout.people() ? "" : psu, weight, row);
    }
    for (int cell : memberOf) {
      if (cells[cell] == null) {
        cells[cell] = layout.empty(cell);
      }
      cells[cell].add(layout.shape(cell), weight, replicates, vector);
    }
  }

  /** Adds all of another ledger of the same layout to this one and returns this one. */
  public Ledger merge(Ledger other) {
    other.units.forEach(
        (stratum, theirs) -> {
          Map<String, Unit> ours = units.computeIfAbsent(stratum, k -> new HashMap<>());
          theirs.forEach(
              (psu, unit) ->
                  ours.computeIfAbsent(psu, k -> new Unit(cells.length)).addAll(layout, unit));
        });
    classes.merge(layout, other.classes);
    roster.addAll(other.roster);
    other.finite.forEach(
        (stratum, values) -> finite.computeIfAbsent(stratum, k -> new TreeSet<>()).addAll(values));
    for (int i = 0; i < profiles.length; i++) {
      profiles[i].addAll(other.profiles[i]);
    }
    for (int cell = 0; cell < cells.length; cell++) {
      if (other.cells[cell] != null) {
        if (cells[cell] == null) {
          cells[cell] = layout.empty(cell);
        }
        cells[cell].addAll(other.cells[cell]);
      }
    }
    return this;
  }

  /** Returns the number of people in the design. */
  public long people() {
    return units.values().stream().flatMap(m -> m.values().stream()).mapToLong(Unit::people).sum();
  }

  /** Returns the number of people in a cell. */
  public long people(Cell cell) {
    CellSums sums = cells[layout.position(cell)];
    return sums == null ? 0 : sums.people();
  }

  /** Returns the number of PSUs of each stratum, strata in order. */
  public SortedMap<Stratum, Long> psus() {
    SortedMap<Stratum, Long> all = new TreeMap<>();
    units.forEach(
        (stratum, map) ->
            all.put(stratum, layout.people() ? map.get("").people() : Long.valueOf(map.size())));
    return all;
  }

  /**
   * Returns for each stratum the finite-population texts seen there: one when the data are
   * consistent.
   */
  public SortedMap<Stratum, Set<String>> finitePopulations() {
    return new TreeMap<>(finite);
  }

  /** Returns a view for estimating in one cell, under a design. */
  public Sampling sampling(Design design) {
    return Sampling.of(this, layout, design);
  }

  /**
   * Returns the ledger that would have come about if some cells had been one.
   *
   * @param to for each cell the cell it becomes part of; cells that are not named stay
   */
  public Ledger pooled(Map<Cell, Cell> to) {
    Layout joint = layout.pooled(to);
    int[] at =
        layout.cells().stream().mapToInt(c -> joint.position(to.getOrDefault(c, c))).toArray();
    Ledger pooled = new Ledger(joint);
    pooled.classes.addPooled(joint, at, classes);
    units.forEach(
        (stratum, map) -> {
          Map<String, Unit> ours = new HashMap<>();
          map.forEach((psu, unit) -> ours.put(psu, unit.pooled(joint, at)));
          pooled.units.put(stratum, ours);
        });
    pooled.finite.putAll(finite);
    pooled.roster.addAll(roster);
    System.arraycopy(profiles, 0, pooled.profiles, 0, profiles.length);
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] != null) {
        if (pooled.cells[at[cell]] == null) {
          pooled.cells[at[cell]] = joint.empty(at[cell]);
        }
        pooled.cells[at[cell]].addAll(cells[cell]);
      }
    }
    return pooled;
  }

  Layout layout() {
    return layout;
  }

  Roster roster() {
    return roster;
  }

  Map<Stratum, Map<String, Unit>> units() {
    return units;
  }

  ClassUnits classUnits() {
    return classes;
  }

  Profiles profiles(Model model) {
    return profiles[layout.pools().headMap(model.pool()).size()];
  }

  CellSums cell(int position) {
    return cells[position];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ledger l
        && units.equals(l.units)
        && classes.equals(l.classes)
        && finite.equals(l.finite)
        && roster.equals(l.roster)
        && Arrays.equals(cells, l.cells)
        && Arrays.equals(profiles, l.profiles);
  }

  @Override
  public int hashCode() {
    return units.hashCode();
  }
}
