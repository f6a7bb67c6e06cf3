package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The levels of one breakdown in their order, and how many people each of them has by print. Where
 * two reports of the same people divide them at different places, those between two places are a
 * group that can be subtracted.
 *
 * @param names ids of the levels
 * @param people printed numbers of people
 */
record Levels(List<String> names, List<Long> people) {

  /** What a breakdown divides: those of a wave who answered a measure. */
  record Of(String wave, String domain, String measure) {
    String words() {
      return wave.isEmpty() ? domain : wave + " " + domain;
    }
  }

  /** Returns all breakdowns of a table of estimates of which no number of people is withheld. */
  static Map<Of, Levels> of(List<Map<String, String>> estimates) {
    Map<Of, List<Map<String, String>>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : estimates) {
      if (!row.get("domain").isEmpty()) {
        Of of = new Of(row.get("wave"), row.get("domain"), row.get("measure"));
        rows.computeIfAbsent(of, o -> new ArrayList<>()).add(row);
      }
    }
    Map<Of, Levels> all = new LinkedHashMap<>();
    rows.forEach(
        (of, levels) -> {
          if (levels.stream().allMatch(Levels::counted)) {
            levels.sort(Comparator.comparing(r -> KeptLine.number(r.get("level_order"))));
            all.put(
                of,
                new Levels(
                    levels.stream().map(r -> r.get("level")).toList(),
                    levels.stream().map(r -> KeptLine.number(r.get("n"))).toList()));
          }
        });
    return all;
  }

  private static boolean counted(Map<String, String> row) {
    return row.get("n").matches("[0-9]+") && row.get("level_order").matches("[0-9]+");
  }

  /** Returns whether ten or fewer people may lie between a place of one and one of the other. */
  boolean fewBetween(Levels other) {
    for (int here = 0; here < names.size(); here++) {
      for (int there = 0; there < other.names.size(); there++) {
        boolean own = !divides(other, here) && !other.divides(this, there);
        if (own && TwoReports.near(from(here), other.from(there))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether another has the same levels before a place, or from it on. */
  private boolean divides(Levels other, int place) {
    Set<String> below = new HashSet<>(names.subList(0, place));
    Set<String> above = new HashSet<>(names.subList(place, names.size()));
    for (int there = 0; there < other.names.size(); there++) {
      boolean same = below.equals(new HashSet<>(other.names.subList(0, there)));
      if (begin(names.get(place)).equals(begin(other.names.get(there)))) {
        return true;
      }
      if ((place > 0 && same)
          || above.equals(new HashSet<>(other.names.subList(there, other.names.size())))) {
        return true;
      }
    }
    return false;
  }

  /** Bands of a number are named by where they begin: "20 to below 30". */
  private static String begin(String level) {
    return level.matches("-?[0-9.]+ .*") ? level.substring(0, level.indexOf(' ')) : level;
  }

  /** Those from a place on: the first level may begin above the lowest value. */
  private long from(int place) {
    return people.subList(place, people.size()).stream().mapToLong(n -> n).sum();
  }
}
