package org.caretally.study;

import org.caretally.estimate.Estimator;

/**
 * Two numbers whose correlation is wanted.
 *
 * @param x one number
 * @param y the other
 * @param overlap what the two scales share, in words; empty when nothing is known
 * @param method {@code pearson}, {@code spearman}, {@code partial} or {@code polychoric}
 * @param given the covariates of a partial correlation in words; empty for others
 * @param estimator how it is estimated
 */
public record Pair(
    Side x, Side y, String overlap, String method, String given, Estimator estimator) {

  /**
   * A number that can be correlated.
   *
   * @param id id of the scale or declared variable
   * @param label its words
   * @param construct the construct it stands for, or empty
   * @param position its position in rows
   */
  public record Side(String id, String label, String construct, int position) {}
}
