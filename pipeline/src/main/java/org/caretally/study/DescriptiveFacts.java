package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.DesignEffect;
import org.caretally.estimate.DomainSums;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.PeopleTotal;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.Ratio;
import org.caretally.estimate.Sampling;

/** People who are cases, design effects without replacement and ratios in one wave, everybody. */
final class DescriptiveFacts {
  private final Plan plan;
  private final FactWords words;
  private final String wave;

  DescriptiveFacts(Plan plan, FactWords words, String wave) {
    this.plan = plan;
    this.words = words;
    this.wave = wave;
  }

  List<Fact> facts(Sampling sampling) {
    List<Fact> facts = new ArrayList<>();
    if (plan.coding().design().weighted()) {
      Map<String, String> place = new HashMap<>(words.place(wave, Cell.EVERYBODY));
      place.put("measure", "weights");
      place.put("measure_label", "Weights of everybody (Kish)");
      Estimate made = DesignEffect.ofWeights(sampling);
      facts.add(new Fact(TableKind.DESCRIPTIVES, place, made, Double.NaN, Map.of(), Care.USUAL));
    }
    DescriptiveUse use = plan.study().descriptives();
    if (use.totals()) {
      plan.measures().forEach(m -> facts.addAll(scaled(m, sampling)));
    }
    List<Ratio> ratios = use.estimators(plan.coding().variables());
    for (int i = 0; i < ratios.size(); i++) {
      List<String> pair = use.ratios().get(i);
      Map<String, String> place = new HashMap<>(words.place(wave, Cell.EVERYBODY));
      place.put("measure", pair.get(0));
      place.put("measure_label", label(pair.get(0)));
      place.put("over", pair.get(1));
      place.put("over_label", label(pair.get(1)));
      Ratio ratio = ratios.get(i);
      Estimate made = ratio.estimate(sampling.of(Cell.EVERYBODY, ratio));
      facts.add(new Fact(TableKind.DESCRIPTIVES, place, made, Double.NaN, Map.of(), Care.USUAL));
    }
    return facts;
  }

  private String label(String id) {
    return plan.measures().stream()
        .filter(m -> m.scale().equals(id))
        .map(Measure::scaleLabel)
        .findFirst()
        .orElse(id);
  }

  private List<Fact> scaled(Measure measure, Sampling sampling) {
    DomainSums sums = sampling.of(Cell.EVERYBODY, measure.estimator());
    List<Estimate> made = new ArrayList<>();
    if (measure.estimator() instanceof Proportion share) {
      made.add(new PeopleTotal(share).estimate(sums));
    }
    made.add(DesignEffect.withoutReplacement(measure.estimator().estimate(sums), sums));
    Map<String, String> place = words.of(wave, Cell.EVERYBODY, measure);
    return made.stream()
        .map(e -> new Fact(TableKind.DESCRIPTIVES, place, e, Double.NaN, Map.of(), measure.care()))
        .toList();
  }
}
