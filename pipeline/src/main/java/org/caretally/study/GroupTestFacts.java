package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.DomainSums;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.RaoScott;
import org.caretally.estimate.Sampling;

/**
 * Tests of one wave whether a share is the same in all groups of a breakdown, with p-values
 * adjusted over the measures of the breakdown.
 */
final class GroupTestFacts {
  private final Plan plan;
  private final FactWords words;
  private final String wave;

  GroupTestFacts(Plan plan, FactWords words, String wave) {
    this.plan = plan;
    this.words = words;
    this.wave = wave;
  }

  List<Fact> facts(Sampling sampling) {
    List<Fact> facts = new ArrayList<>();
    if (!plan.study().comparisons().none()) {
      Contrast.domains(plan).values().stream()
          .filter(cells -> cells.size() > 1)
          .forEach(cells -> facts.addAll(facts(sampling, cells)));
    }
    return facts;
  }

  private List<Fact> facts(Sampling sampling, List<Cell> cells) {
    List<Measure> shares =
        plan.measures().stream().filter(m -> m.estimator() instanceof Proportion).toList();
    List<RaoScott.Tested> tested =
        shares.parallelStream()
            .map(m -> test(sampling, cells, (Proportion) m.estimator()))
            .toList();
    double[] p = tested.stream().mapToDouble(t -> t.result().pValue()).toArray();
    double[] adjusted = FalseDiscovery.adjusted(p);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Map<String, String> place = words.of(wave, cells.get(0), shares.get(i));
      place.put("level", "");
      place.put("level_label", "");
      place.put("test", words(tested.get(i).result()));
      place.put("family", cells.get(0).domain() + ", " + p.length + " tests, Benjamini-Hochberg");
      Estimate v = tested.get(i).estimate();
      facts.add(
          new Fact(TableKind.GROUP_TESTS, place, v, adjusted[i], Map.of(), shares.get(i).care()));
    }
    return facts;
  }

  private static RaoScott.Tested test(Sampling sampling, List<Cell> cells, Proportion share) {
    List<DomainSums> groups = cells.stream().map(c -> sampling.of(c, share)).toList();
    return RaoScott.tested(share, groups);
  }

  private static String words(RaoScott.Result r) {
    return Double.isNaN(r.f())
        ? ""
        : String.format(Locale.ROOT, "F(%.2f, %.1f) = %.2f", r.numerator(), r.denominator(), r.f());
  }
}
