package org.caretally.study;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.FalseDiscovery;

/** Correlations of one wave and cell, p-values adjusted in the family of one method. */
final class CorrelationFacts {
  private final Plan plan;
  private final FactWords words;

  CorrelationFacts(Plan plan, FactWords words) {
    this.plan = plan;
    this.words = words;
  }

  List<Fact> facts(String wave, Cell cell, Iterator<Estimate> made) {
    List<Pair> pairs = plan.pairs();
    List<Estimate> all = new ArrayList<>();
    pairs.forEach(p -> all.add(made.next()));
    double[] adjusted = adjusted(pairs, all);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Map<String, String> place = words.place(wave, cell);
      Pair pair = pairs.get(i);
      place.put("method", pair.method());
      place.put("given", pair.given());
      place.put("x", pair.x().id());
      place.put("y", pair.y().id());
      place.put("x_label", pair.x().label());
      place.put("y_label", pair.y().label());
      place.put("x_construct", pair.x().construct());
      place.put("y_construct", pair.y().construct());
      place.put("overlap", pair.overlap());
      facts.add(
          new Fact(TableKind.CORRELATIONS, place, all.get(i), adjusted[i], Map.of(), Care.USUAL));
    }
    return facts;
  }

  /** Each method is a family of its own: it asks every question once. */
  private static double[] adjusted(List<Pair> pairs, List<Estimate> all) {
    double[] adjusted = new double[all.size()];
    for (String method : pairs.stream().map(Pair::method).distinct().toList()) {
      double[] family = new double[adjusted.length];
      for (int i = 0; i < family.length; i++) {
        boolean member = pairs.get(i).method().equals(method);
        family[i] = member ? all.get(i).pValue() : Double.NaN;
      }
      family = FalseDiscovery.adjusted(family);
      for (int i = 0; i < family.length; i++) {
        adjusted[i] = pairs.get(i).method().equals(method) ? family[i] : adjusted[i];
      }
    }
    return adjusted;
  }
}
