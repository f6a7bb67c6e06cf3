package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts put where they add up: for every wave and measure (or pair of measures) their positions by
 * group.
 */
final class Linked {
  private final List<Fact> facts;
  private final Map<String, Map<String, Map<Family.Place, Integer>>> waves = new TreeMap<>();
  private final Map<String, Set<String>> levels = new TreeMap<>();

  Linked(List<Fact> facts) {
    this.facts = facts;
    for (int i = 0; i < facts.size(); i++) {
      TableKind kind = facts.get(i).table();
      if (kind == TableKind.ESTIMATES || kind == TableKind.CORRELATIONS) {
        add(i, facts.get(i).words());
      }
    }
  }

  private void add(int position, Map<String, String> words) {
    String measure = words.getOrDefault("measure", words.get("x") + "\n" + words.get("y"));
    Family.Place place =
        new Family.Place(words.getOrDefault("domain", ""), words.getOrDefault("level", ""));
    waves
        .computeIfAbsent(words.getOrDefault("wave", ""), w -> new TreeMap<>())
        .computeIfAbsent(measure, m -> new HashMap<>())
        .put(place, position);
    if (!place.equals(Family.Place.EVERYBODY)) {
      levels.computeIfAbsent(place.domain(), d -> new TreeSet<>()).add(place.level());
    }
  }

  List<Family> families(List<Inside> inside) {
    return Family.of(levels, inside);
  }

  Set<String> waves() {
    return waves.keySet();
  }

  /**
   * One measure in a family.
   *
   * @param counted its counts
   * @param at positions of its facts by place; -1 where there is none
   */
  record Series(Counted counted, int[] at) {}

  /** Returns the measures of a wave that somebody answered and that have numbers in a family. */
  List<Series> series(String wave, Family family, Profile profile) {
    List<Series> all = new ArrayList<>();
    for (Map<Family.Place, Integer> measure : waves.get(wave).values()) {
      int[] at = family.places().stream().mapToInt(p -> measure.getOrDefault(p, -1)).toArray();
      Fact[] own = new Fact[at.length];
      int known = 0;
      for (int i = 0; i < at.length; i++) {
        own[i] = at[i] < 0 ? null : facts.get(at[i]);
        known += at[i] < 0 ? 0 : 1;
      }
      if (known > 1 && own[0] != null && own[0].estimate().n() > 0) {
        all.add(new Series(Counted.of(family, own, profile.k(), profile.cases(), profile.k()), at));
      }
    }
    return all;
  }
}
