package org.caretally.estimate;

/**
 * An estimator that is a smooth function of its terms' totals; its standard error follows from the
 * gradient.
 */
public interface SmoothEstimator extends Estimator {

  /** Returns the statistic and its gradient at these totals, in the order of {@link #terms()}. */
  Linearised at(double[] totals);
}
