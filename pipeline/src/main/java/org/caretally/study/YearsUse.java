package org.caretally.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caretally.problem.Place;

/**
 * What a study says about its waves.
 *
 * @param mode how people answered, in words; may be empty
 * @param notAsked declared variables and instruments that this wave did not ask
 * @param earlier the study as it is in each earlier wave, when waves have files of their own
 * @param breaks what the study says cannot be compared
 * @param comparators what others published
 * @param dispositions what became of those invited, by wave; under the empty name for all
 */
public record YearsUse(
    String mode,
    Set<String> notAsked,
    List<Study> earlier,
    List<Break> breaks,
    List<Comparator> comparators,
    Map<String, Dispositions> dispositions) {

  /** One wave, about which nothing is said. */
  public static final YearsUse NONE =
      new YearsUse("", Set.of(), List.of(), List.of(), List.of(), Map.of());

  /** Copies the lists. */
  public YearsUse {
    notAsked = Set.copyOf(notAsked);
    earlier = List.copyOf(earlier);
    breaks = List.copyOf(breaks);
    comparators = List.copyOf(comparators);
    dispositions = Collections.unmodifiableMap(new TreeMap<>(dispositions));
  }

  /** Returns the same with earlier waves. */
  YearsUse after(List<Study> studies) {
    return new YearsUse(mode, notAsked, studies, breaks, comparators, dispositions);
  }

  /**
   * A wave that cannot be compared with the one before.
   *
   * @param wave the first wave after the break
   * @param what an instrument, a scale or a declared variable; nothing for the whole wave
   * @param reason why, in words for readers
   * @param place where it is written
   */
  public record Break(String wave, Optional<String> what, String reason, Place place) {}
}
