package org.caretally.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.caretally.design.Design;
import org.caretally.design.Errors;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;

/**
 * A ledger seen through a design: strata and PSUs in key order, so that every later floating-point
 * sum runs in the same order whatever the data's order was.
 */
public final class Sampling {

  /**
   * One stratum.
   *
   * @param key its key
   * @param units its PSUs in order; when people are PSUs one unit with second moments
   * @param psus number of PSUs in the design, whether or not they have members in a domain
   * @param fraction share of the population's PSUs that is in the sample, 0 to 1; 0 without a
   *     finite population
   * @param people whether people are PSUs
   */
  record Part(Stratum key, List<Unit> units, long psus, double fraction, boolean people) {}

  private final Layout layout;
  private final Ledger ledger;
  private final List<Part> parts;
  private final LonelyPsu lonely;
  private final Errors errors;
  private final List<List<SortedMap<Integer, ClassUnit>>> classUnits;
  private final Map<Integer, Totals[]> stratumTotals = new ConcurrentHashMap<>();
  private final Map<Integer, Distances> distances = new ConcurrentHashMap<>();
  private final Map<Integer, BitSet> present = new ConcurrentHashMap<>();
  private final Map<Integer, List<String>> psuNames = new ConcurrentHashMap<>();

  private Sampling(Ledger ledger, Layout layout, List<Part> parts, Design design) {
    this.ledger = ledger;
    this.layout = layout;
    this.parts = parts;
    lonely = design.lonely();
    errors = design.errors();
    classUnits = ledger.classUnits().ordered();
  }

  static Sampling of(Ledger ledger, Layout layout, Design design) {
    Map<Stratum, Long> sizes = ledger.psus();
    Map<Stratum, Set<String>> finite = ledger.finitePopulations();
    List<Part> parts = new ArrayList<>();
    new TreeMap<>(ledger.units())
        .forEach(
            (stratum, units) -> {
              long n = sizes.get(stratum);
              List<Unit> ordered = List.copyOf(new TreeMap<>(units).values());
              double fraction = fraction(finite.get(stratum), n);
              parts.add(new Part(stratum, ordered, n, fraction, layout.people()));
            });
    return new Sampling(ledger, layout, List.copyOf(parts), design);
  }

  /**
   * Reads a finite-population text: from 1 upwards a number of PSUs, below 1 a sampling fraction.
   *
   * @param texts the texts of a stratum; null or one text
   * @param n PSUs in the sample
   */
  static double fraction(Set<String> texts, long n) {
    if (texts == null) {
      return 0;
    }
    double number = Double.parseDouble(texts.iterator().next());
    return number < 1 ? number : n / number;
  }

  /** Returns the sums of one cell for the terms of one estimator. */
  public DomainSums of(Cell cell, Estimator estimator) {
    int at = layout.position(cell);
    return layout.people()
        ? new ByPerson(this, at, estimator.terms())
        : new ByPsu(this, at, estimator.terms());
  }

  /**
   * Returns the complete cases of a model.
   *
   * @throws IllegalArgumentException if the layout does not hold the model
   */
  ModelData data(Model model) {
    if (!layout.models().contains(model)) {
      throw new IllegalArgumentException("no model " + model.id());
    }
    return ModelData.of(model, ledger.profiles(model), this);
  }

  Layout layout() {
    return layout;
  }

  List<Part> parts() {
    return parts;
  }

  /** Returns how many units all strata have together. */
  int units() {
    return parts.stream().mapToInt(p -> p.units().size()).sum();
  }

  /** Returns which units, counted through all strata, have members in a cell. */
  BitSet present(int cell) {
    return present.computeIfAbsent(
        cell,
        c -> {
          BitSet members = new BitSet();
          int next = 0;
          for (Part part : parts) {
            for (Unit unit : part.units()) {
              members.set(next++, unit.block(c) != null);
            }
          }
          return members;
        });
  }

  /** Returns the names of the PSUs of a stratum, in the order of its units. */
  List<String> psuNames(int stratum) {
    return psuNames.computeIfAbsent(
        stratum, h -> List.copyOf(new TreeMap<>(ledger.units().get(parts.get(h).key())).keySet()));
  }

  /** Returns the share of a stratum's PSUs that would be in the sample if there were n of them. */
  double fraction(Stratum stratum, long n) {
    return fraction(ledger.finitePopulations().get(stratum), n);
  }

  /** Returns for each stratum and PSU its classes of headcounts, all in order. */
  List<List<SortedMap<Integer, ClassUnit>>> classUnits() {
    return classUnits;
  }

  /** Returns the people of a class of headcounts in a PSU, who exist. */
  Unit classUnit(Stratum stratum, String psu, int at) {
    return ledger.classUnits().get(stratum, psu, at);
  }

  LonelyPsu lonely() {
    return lonely;
  }

  Errors errors() {
    return errors;
  }

  CellSums everybody() {
    return cell(layout.position(Cell.EVERYBODY));
  }

  CellSums cell(int cell) {
    CellSums sums = ledger.cell(cell);
    return sums == null ? layout.empty(cell) : sums;
  }

  /**
   * Returns the totals of each stratum in a cell, in the order of the strata, and last the grand
   * total.
   */
  Totals[] stratumTotals(int cell) {
    return stratumTotals.computeIfAbsent(
        cell,
        c -> {
          int size = layout.shape(c).sums();
          Totals[] totals = new Totals[parts.size() + 1];
          Totals all = new Totals(size);
          for (int h = 0; h < parts.size(); h++) {
            totals[h] = new Totals(size);
            for (Unit unit : parts.get(h).units()) {
              if (unit.block(c) != null) {
                totals[h].addAll(unit.block(c).sums);
              }
            }
            all.addAll(totals[h]);
          }
          totals[parts.size()] = all;
          return totals;
        });
  }

  /** Returns the distances of PSU totals from their stratum in a cell. */
  Distances distances(int cell) {
    return distances.computeIfAbsent(cell, c -> new Distances(this, c));
  }
}
