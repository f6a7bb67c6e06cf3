package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Sampling;

/** Alpha, omega and the fit of items of every scale in one wave, everybody. */
final class ReliabilityFacts {
  private final Plan plan;
  private final String wave;
  private final Optional<ScoreCounts> counts;

  ReliabilityFacts(Plan plan, String wave, Optional<ScoreCounts> counts) {
    this.plan = plan;
    this.wave = wave;
    this.counts = counts;
  }

  /** People who have a score, but did not answer every item. */
  private Map<String, Long> leftOut(String scale) {
    for (int i = 0; counts.isPresent() && i < plan.scales().size(); i++) {
      if (plan.scales().get(i).id().equals(scale)) {
        return Map.of(Fact.LEFT_OUT, counts.get().status(i, ScoreCounts.PRORATED));
      }
    }
    return Map.of();
  }

  List<Fact> facts(Sampling sampling) {
    List<Fact> facts = new ArrayList<>();
    for (Plan.Used used : plan.used()) {
      used.reliability().forEach(scale -> add(facts, used, scale, sampling));
    }
    return facts;
  }

  private void add(List<Fact> facts, Plan.Used used, ScaleItems scale, Sampling sampling) {
    Care care =
        plan.measures().stream()
            .filter(m -> m.scale().equals(scale.scale()))
            .map(Measure::care)
            .findFirst()
            .orElse(Care.USUAL);
    for (ScaleItems.Line line : scale.lines()) {
      Map<String, String> words = new HashMap<>();
      words.put("wave", wave);
      words.put("scale", scale.scale());
      words.put("item", line.item() == 0 ? "" : Integer.toString(line.item()));
      words.put("items", Integer.toString(scale.count()));
      words.put("scale_label", scale.label());
      words.put("instrument", used.instrument().name());
      facts.add(
          new Fact(
              TableKind.RELIABILITY,
              words,
              line.estimator().estimate(sampling.of(Cell.EVERYBODY, line.estimator())),
              Double.NaN,
              leftOut(scale.scale()),
              care));
    }
  }
}
