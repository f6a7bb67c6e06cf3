package org.caretally.estimate;

class CorrelationTest extends EstimatorContract {
  @Override
  SmoothEstimator estimator() {
    return new Correlation(0, X, 1, Y);
  }
}
