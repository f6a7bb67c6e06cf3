package org.caretally.estimate;

class ProportionTest extends EstimatorContract {
  @Override
  SmoothEstimator estimator() {
    return Proportion.ofCases(2, "c", ProportionInterval.KORN_GRAUBARD);
  }
}
