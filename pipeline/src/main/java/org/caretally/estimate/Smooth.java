package org.caretally.estimate;

import java.util.List;

/** A smooth function of the totals of one or more domains. */
@FunctionalInterface
interface Smooth {

  /**
   * Returns the number.
   *
   * @param totals totals of each domain, in the order its estimator names the terms
   */
  double at(List<double[]> totals);
}
