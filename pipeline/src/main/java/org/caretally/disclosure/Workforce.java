package org.caretally.disclosure;

import java.util.HashMap;
import java.util.Map;

/**
 * Known people of the population in groups that weights were made to meet.
 *
 * @param shared those of every wave that has none of its own
 * @param waves those of single waves, by their labels
 */
public record Workforce(Map<Group, Double> shared, Map<String, Map<Group, Double>> waves) {
  /** Nothing is known. */
  public static final Workforce NONE = new Workforce(Map.of(), Map.of());

  /** Takes copies. */
  public Workforce {
    shared = Map.copyOf(shared);
    Map<String, Map<Group, Double>> copies = new HashMap<>();
    waves.forEach((wave, people) -> copies.put(wave, Map.copyOf(people)));
    waves = Map.copyOf(copies);
  }

  /** Returns what is known of a wave. */
  Map<Group, Double> of(String wave) {
    return waves.getOrDefault(wave, shared);
  }
}
