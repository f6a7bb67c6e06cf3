package org.caretally.disclosure;

import java.util.Map;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;

/** Facts for tests of the gate. */
final class FixtureFacts {
  private FixtureFacts() {}

  static Fact prevalence(long n, long cases) {
    double p = (double) cases / n;
    double error = Math.sqrt(p * (1 - p) / n);
    Estimate estimate =
        new Estimate(
            "prevalence",
            p,
            error,
            new Interval(p - 2 * error, p + 2 * error, "test"),
            n - 1,
            n,
            cases,
            n,
            1,
            Double.NaN,
            Reliability.FINE);
    return new Fact(
        TableKind.ESTIMATES, Map.of("measure", "m"), estimate, Double.NaN, Map.of(), Care.USUAL);
  }
}
