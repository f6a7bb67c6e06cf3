package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups whose numbers add up to each other: the levels of one breakdown, and those of breakdowns
 * that are crossed from it. The first place is everybody.
 *
 * <p>Every block of groups has a rest: the people of the larger group who are in none of the
 * smaller ones, most often because they did not say. A rest is never printed, but it can be found
 * by subtraction.
 *
 * @param places breakdown and level; a rest has none
 * @param blocks groups that make up a larger one, rest included
 */
record Family(List<Place> places, List<Block> blocks) {

  /** A group; for a rest both are empty. */
  record Place(String domain, String level) {
    static final Place EVERYBODY = new Place("", "");
    static final Place REST = new Place("", "rest");
  }

  /**
   * Positions of a group and of those it is made of.
   *
   * @param open whether people of the whole may be in none of the parts but the last, the rest
   */
  record Block(int whole, List<Integer> parts, boolean open) {
    int rest() {
      return parts.get(parts.size() - 1);
    }
  }

  boolean rest(int place) {
    return places.get(place).equals(Place.REST);
  }

  /** Returns the families of the breakdowns, whatever the order of what is known of them. */
  static List<Family> of(Map<String, ? extends Set<String>> levels, List<Inside> inside) {
    Map<String, Set<String>> linked = new TreeMap<>();
    levels.keySet().forEach(d -> linked.put(d, new TreeSet<>(Set.of(d))));
    for (Inside one : inside) {
      if (levels.containsKey(one.domain()) && levels.containsKey(one.parentDomain())) {
        Set<String> all = linked.get(one.domain());
        all.addAll(linked.get(one.parentDomain()));
        all.forEach(d -> linked.put(d, all));
      }
    }
    return linked.values().stream().distinct().map(d -> family(d, levels, inside)).toList();
  }

  private static Family family(
      Set<String> domains, Map<String, ? extends Set<String>> levels, List<Inside> inside) {
    List<Place> places = new ArrayList<>(List.of(Place.EVERYBODY));
    Map<Place, Integer> at = new LinkedHashMap<>();
    List<Block> blocks = new ArrayList<>();
    for (String domain : domains) {
      List<Integer> parts = new ArrayList<>();
      for (String level : new TreeSet<>(levels.get(domain))) {
        at.put(new Place(domain, level), places.size());
        parts.add(places.size());
        places.add(new Place(domain, level));
      }
      blocks.add(block(0, parts, places));
    }
    Map<String, List<Integer>> inner = new TreeMap<>();
    Map<String, Integer> wholes = new TreeMap<>();
    for (Inside one : inside) {
      Integer part = at.get(new Place(one.domain(), one.level()));
      Integer whole = at.get(new Place(one.parentDomain(), one.parentLevel()));
      if (part != null && whole != null) {
        String key = one.domain() + "\n" + one.parentDomain() + "\n" + one.parentLevel();
        inner.computeIfAbsent(key, k -> new ArrayList<>()).add(part);
        wholes.put(key, whole);
      }
    }
    inner.forEach(
        (key, parts) ->
            blocks.add(block(wholes.get(key), parts.stream().sorted().toList(), places)));
    return new Family(List.copyOf(places), List.copyOf(blocks));
  }

  private static Block block(int whole, List<Integer> parts, List<Place> places) {
    List<Integer> all = new ArrayList<>(parts);
    all.add(places.size());
    places.add(Place.REST);
    return new Block(whole, List.copyOf(all), true);
  }
}
