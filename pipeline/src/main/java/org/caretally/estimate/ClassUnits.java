package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.design.Stratum;

/** Sums by (stratum, PSU, class), which a survey weighted to headcounts needs besides its own. */
final class ClassUnits implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Stratum, Map<String, Map<Integer, ClassUnit>>> units = new HashMap<>();

  ClassUnit of(Stratum stratum, String psu, int at, int cells) {
    return units
        .computeIfAbsent(stratum, k -> new HashMap<>())
        .computeIfAbsent(psu, k -> new HashMap<>())
        .computeIfAbsent(at, k -> new ClassUnit(cells));
  }

  /** Returns the sums of people who were added. */
  Unit get(Stratum stratum, String psu, int at) {
    return units.get(stratum).get(psu).get(at).unit;
  }

  void merge(Layout layout, ClassUnits other) {
    other.units.forEach(
        (stratum, psus) ->
            psus.forEach(
                (psu, classes) ->
                    classes.forEach(
                        (at, unit) ->
                            of(stratum, psu, at, layout.cells().size()).addAll(layout, unit))));
  }

  /** Adds the units of others, with their cells joined. */
  void addPooled(Layout joint, int[] at, ClassUnits others) {
    others.units.forEach(
        (stratum, psus) ->
            psus.forEach(
                (psu, classes) ->
                    classes.forEach(
                        (c, unit) ->
                            of(stratum, psu, c, joint.cells().size())
                                .addAll(joint, unit.pooled(joint, at)))));
  }

  /** Returns for each stratum and PSU, in order, the classes with people. */
  List<List<SortedMap<Integer, ClassUnit>>> ordered() {
    List<List<SortedMap<Integer, ClassUnit>>> strata = new ArrayList<>();
    for (Map<String, Map<Integer, ClassUnit>> psus : new TreeMap<>(units).values()) {
      List<SortedMap<Integer, ClassUnit>> all = new ArrayList<>();
      new TreeMap<>(psus).values().forEach(classes -> all.add(new TreeMap<>(classes)));
      strata.add(all);
    }
    return strata;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassUnits u && units.equals(u.units);
  }

  @Override
  public int hashCode() {
    return units.hashCode();
  }
}
