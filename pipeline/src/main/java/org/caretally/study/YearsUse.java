package org.caretally.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caretally.problem.Place;

/**
 * What a study says about its waves.
 *
 * @param mode how people answered, in words; may be empty
 * @param notAsked declared variables and instruments that this wave did not ask
 * @param earlier the study as it is in each earlier wave, when waves have files of their own
 * @param breaks what the study says cannot be compared
 */
public record YearsUse(String mode, Set<String> notAsked, List<Study> earlier, List<Break> breaks) {

  /** One wave, about which nothing is said. */
  public static final YearsUse NONE = new YearsUse("", Set.of(), List.of(), List.of());

  /** Copies the lists. */
  public YearsUse {
    notAsked = Set.copyOf(notAsked);
    earlier = List.copyOf(earlier);
    breaks = List.copyOf(breaks);
  }

  /** Returns the same with earlier waves. */
  YearsUse after(List<Study> studies) {
    return new YearsUse(mode, notAsked, studies, breaks);
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
