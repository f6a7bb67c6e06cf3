package org.caretally.design;

import java.util.Locale;

/** What a stratum with a single PSU, which has no variance of its own, contributes. */
public enum LonelyPsu {
  /** The run stops and names the strata. */
  FAIL,
  /** Nothing. */
  REMOVE,
  /** Nothing, because the unit was certain to be in the sample. */
  CERTAINTY,
  /** The squared distance of its total from the mean of all PSU totals. */
  ADJUST,
  /** The average contribution of the strata that have one. */
  AVERAGE;

  /**
   * Returns the rule of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LonelyPsu of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
