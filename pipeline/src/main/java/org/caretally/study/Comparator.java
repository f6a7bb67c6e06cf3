package org.caretally.study;

import org.caretally.problem.Place;

/**
 * A result that others published.
 *
 * @param instrument id of the instrument; empty for a declared number
 * @param scale id of its scale, or the declared number
 * @param cutoff id of the cut-off, or its number; empty for a mean
 * @param value the result: a share between 0 and 1, or a mean
 * @param low lower end of its 95 % interval; NaN when not known
 * @param high upper end; NaN when not known
 * @param told words about it
 * @param place where it is written
 */
public record Comparator(
    String instrument,
    String scale,
    String cutoff,
    double value,
    double low,
    double high,
    Told told,
    Place place) {

  /**
   * Words about a published result.
   *
   * @param source who published it
   * @param year when
   * @param population about whom
   * @param version version of the instrument; empty when not known
   * @param cutoffLabel the cut-off in words, as a report of our own printed it; empty otherwise
   */
  public record Told(
      String source, String year, String population, String version, String cutoffLabel) {}

  /** Returns whether it is a share. */
  public boolean share() {
    return !cutoff.isEmpty();
  }
}
