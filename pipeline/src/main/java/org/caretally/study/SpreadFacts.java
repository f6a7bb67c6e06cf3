package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Difference;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Sampling;

/** Standard deviations and quartiles of numbers in one wave, everybody. */
final class SpreadFacts {
  private final Plan plan;
  private final FactWords words;
  private final String wave;

  SpreadFacts(Plan plan, FactWords words, String wave) {
    this.plan = plan;
    this.words = words;
    this.wave = wave;
  }

  List<Fact> facts(Sampling sampling) {
    List<Fact> facts = new ArrayList<>();
    boolean smoothOnly = plan.coding().design().errors().smoothOnly();
    for (Measure measure : plan.measures()) {
      for (Estimator estimator : measure.spread()) {
        if (smoothOnly && !estimator.tables().isEmpty()) {
          continue;
        }
        long people =
            Difference.people(
                measure.estimator(), List.of(sampling.of(Cell.EVERYBODY, measure.estimator())));
        facts.add(
            new Fact(
                TableKind.SPREAD,
                words.of(wave, Cell.EVERYBODY, measure),
                estimator.estimate(sampling.of(Cell.EVERYBODY, estimator)),
                Double.NaN,
                Map.of("n_answered", people),
                measure.care()));
      }
    }
    return facts;
  }
}
