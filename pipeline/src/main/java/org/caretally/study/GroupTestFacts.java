package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Difference;
import org.caretally.estimate.DomainSums;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.GroupMeans;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.RaoScott;
import org.caretally.estimate.Sampling;
import org.caretally.estimate.Trend;

/**
 * Tests of one wave whether a share or a mean is the same in all groups of a breakdown, and whether
 * results rise or fall over ordered bands, with p-values adjusted over the measures of the
 * breakdown.
 */
final class GroupTestFacts {
  private static final double LEVEL = 0.05;

  /** Means of fewer people are unreliable, and so is the covariance that Wald's test inverts. */
  private static final long FEWEST = 30;

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
      boolean tested = !plan.coding().design().errors().smoothOnly();
      Contrast.domains(plan).values().stream()
          .filter(cells -> tested && cells.size() > 1)
          .forEach(cells -> facts.addAll(facts(sampling, cells)));
      Contrast.domains(plan).values().stream()
          .filter(cells -> cells.size() > 1)
          .forEach(cells -> facts.addAll(means(sampling, cells)));
      Set<String> ordered =
          plan.study().domains().stream()
              .filter(d -> !d.cuts().isEmpty())
              .map(Study.DomainUse::id)
              .collect(Collectors.toSet());
      Contrast.domains(plan)
          .forEach(
              (id, cells) -> {
                if (ordered.contains(id) && cells.size() > 1) {
                  facts.addAll(trends(sampling, cells));
                }
              });
    }
    return facts;
  }

  private List<Fact> facts(Sampling sampling, List<Cell> cells) {
    List<Measure> shares =
        plan.measures(cells.get(0)).stream()
            .filter(m -> m.estimator() instanceof Proportion)
            .toList();
    List<RaoScott.Tested> tested =
        shares.parallelStream().map(m -> test(sampling, cells, m)).toList();
    double[] p = tested.stream().mapToDouble(t -> t.result().pValue()).toArray();
    double[] adjusted = FalseDiscovery.adjusted(p);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Map<String, String> place = place(cells, shares.get(i), p.length);
      RaoScott.Result result = tested.get(i).result();
      place.put("test", words(result.f(), String.format(Locale.ROOT, "%.2f", result.numerator())));
      Estimate v = tested.get(i).estimate();
      facts.add(
          new Fact(TableKind.GROUP_TESTS, place, v, adjusted[i], Map.of(), shares.get(i).care()));
    }
    return facts;
  }

  private List<Fact> means(Sampling sampling, List<Cell> cells) {
    List<Measure> means =
        plan.measures(cells.get(0)).stream().filter(m -> m.estimator() instanceof Mean).toList();
    List<GroupMeans.Tested> tested =
        means.parallelStream()
            .map(m -> GroupMeans.tested(m.estimator(), groups(sampling, cells, m, FEWEST)))
            .toList();
    double[] p = tested.stream().mapToDouble(t -> t.result().pValue()).toArray();
    double[] adjusted = FalseDiscovery.adjusted(p);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      GroupMeans.Result result = tested.get(i).result();
      Map<String, String> place = place(cells, means.get(i), p.length);
      place.put("test", words(result.f(), Long.toString(result.numerator())));
      Estimate eta = tested.get(i).estimate();
      facts.add(
          new Fact(TableKind.GROUP_TESTS, place, eta, adjusted[i], Map.of(), means.get(i).care()));
    }
    return facts;
  }

  private List<Fact> trends(Sampling sampling, List<Cell> cells) {
    List<Measure> measures = plan.measures(cells.get(0));
    List<Estimate> made = measures.parallelStream().map(m -> trend(sampling, cells, m)).toList();
    double[] adjusted =
        FalseDiscovery.adjusted(made.stream().mapToDouble(Estimate::pValue).toArray());
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Measure measure = measures.get(i);
      Map<String, String> place = place(cells, measure, adjusted.length);
      place.put("test", "trend over ordered bands");
      place.put("result", result(made.get(i).value(), adjusted[i]));
      facts.add(
          new Fact(
              TableKind.GROUP_TESTS, place, made.get(i), adjusted[i], Map.of(), measure.care()));
    }
    return facts;
  }

  private static Estimate trend(Sampling sampling, List<Cell> cells, Measure measure) {
    Estimator estimator = measure.estimator();
    return Trend.of(estimator, cells.stream().map(c -> sampling.of(c, estimator)).toList());
  }

  private static String result(double slope, double p) {
    if (Double.isNaN(p)) {
      return "";
    }
    return p >= LEVEL ? "no clear trend" : slope > 0 ? "rises" : "falls";
  }

  private Map<String, String> place(List<Cell> cells, Measure measure, int tests) {
    Map<String, String> place = words.of(wave, cells.get(0), measure);
    place.put("level", "");
    place.put("level_label", "");
    place.put("family", cells.get(0).domain() + ", " + tests + " tests, Benjamini-Hochberg");
    return place;
  }

  private RaoScott.Tested test(Sampling sampling, List<Cell> cells, Measure measure) {
    return RaoScott.tested((Proportion) measure.estimator(), groups(sampling, cells, measure, 0));
  }

  /**
   * Groups too small to be shown take no part; they are known from the table of estimates.
   *
   * @param enough fewest people of a group whose result is reliable enough
   */
  private List<DomainSums> groups(
      Sampling sampling, List<Cell> cells, Measure measure, long enough) {
    long shown = Math.max(plan.study().disclosure().k(), measure.care().smallestBase());
    long fewest = Math.max(shown, enough);
    Estimator estimator = measure.estimator();
    return cells.stream()
        .map(c -> sampling.of(c, estimator))
        .filter(g -> Difference.people(estimator, List.of(g)) >= fewest)
        .toList();
  }

  /**
   * The second degrees of freedom are left to the column of their own, which the gate rounds: where
   * people are PSUs they tell how many there are.
   */
  private static String words(double f, String numerator) {
    return Double.isNaN(f) ? "" : String.format(Locale.ROOT, "F(%s) = %.2f", numerator, f);
  }
}
