package org.caretally.study;

import java.util.List;
import org.caretally.estimate.Estimator;

/**
 * What is asked of the items of a scale.
 *
 * @param scale id of the scale
 * @param label its words
 * @param count how many items it has
 * @param lines the numbers, in the order of the report
 */
public record ScaleItems(String scale, String label, int count, List<Line> lines) {

  /**
   * One number.
   *
   * @param item number of the item in the questionnaire, from 1; 0 for the whole scale
   * @param estimator how it is estimated
   */
  public record Line(int item, Estimator estimator) {}

  /** Copies the lines. */
  public ScaleItems {
    lines = List.copyOf(lines);
  }
}
