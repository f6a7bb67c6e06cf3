package org.caretally.estimate;

class MeanTest extends EstimatorContract {
  @Override
  SmoothEstimator estimator() {
    return new Mean(1, Y);
  }
}
