package org.caretally.study;

import java.util.List;

/**
 * Correlations that are asked for one by one.
 *
 * @param partial pairs whose partial correlation is wanted, two names each
 * @param given the covariates of all of them
 * @param polychoric pairs of ordered answers, two names each
 * @param complete whether a matrix rests on people who answered all its measures
 */
public record FurtherPairs(
    List<List<String>> partial,
    List<String> given,
    List<List<String>> polychoric,
    boolean complete) {
  /** Nothing is asked for. */
  static final FurtherPairs NONE = new FurtherPairs(List.of(), List.of(), List.of(), false);

  /** Copies the lists. */
  public FurtherPairs {
    partial = List.copyOf(partial);
    given = List.copyOf(given);
    polychoric = List.copyOf(polychoric);
  }
}
