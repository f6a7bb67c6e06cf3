package org.caretally.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caretally.codebook.Variable;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Histogram;
import org.caretally.disclosure.Release;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Crosstab;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Quantile;
import org.caretally.estimate.Sampling;

/**
 * Distributions of the scores that stand for challenges and protective factors, and of declared
 * numbers, everybody of each wave. A score of a single question is left out: its answers stand in
 * the table of answers, and a second grouping of them could be subtracted from the first.
 */
public final class HistogramFacts {
  private final Plan plan;
  private final Release release;

  private HistogramFacts(Plan plan, Release release) {
    this.plan = plan;
    this.release = release;
  }

  /**
   * Returns what wants to be published; none where errors come from replicates, for which no
   * distribution is held.
   *
   * @param release what is published of the same people
   */
  public static List<Histogram> of(Plan plan, SortedMap<String, Ledger> ledgers, Release release) {
    if (plan.coding().design().errors().smoothOnly()) {
      return List.of();
    }
    HistogramFacts facts = new HistogramFacts(plan, release);
    List<Histogram> all = new ArrayList<>();
    ledgers.forEach(
        (wave, ledger) -> {
          String label = wave.isEmpty() ? plan.study().wave().label() : wave;
          Sampling sampling = ledger.sampling(plan.coding().design());
          facts.measures().forEach(m -> all.add(facts.histogram(label, m, sampling)));
        });
    return all;
  }

  /** The measures whose values are shown: means that are given for groups too. */
  private List<Measure> measures() {
    Set<String> carriers = new HashSet<>();
    plan.coverage().values().forEach(m -> carriers.add(m.scale()));
    return plan.measures().stream()
        .filter(m -> !m.spread().isEmpty() && m.inGroups())
        .filter(m -> m.ofScale() ? carriers.contains(m.scale()) && several(m) : !item(m))
        .toList();
  }

  private boolean several(Measure measure) {
    return plan.scales().stream()
        .filter(s -> s.id().equals(measure.scale()))
        .anyMatch(s -> s.items().size() > 1);
  }

  /** Whether a declared number is a question whose answers stand in the table of answers too. */
  private boolean item(Measure measure) {
    String column = plan.study().columns().get(measure.scale()).column();
    for (Scored scored : plan.coding().scored()) {
      for (int c = 0; c < scored.slots().size(); c++) {
        boolean same = plan.coding().slots().get(scored.slots().get(c)).name().equals(column);
        if (same && !scored.scoring().answers(c).codes().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private Histogram histogram(String wave, Measure measure, Sampling sampling) {
    int position = position(measure);
    Variable variable = plan.coding().variables().get(position);
    Crosstab.Counted counted = null;
    for (var estimator : measure.spread()) {
      if (estimator instanceof Quantile quantile) {
        counted = quantile.distribution(sampling.of(Cell.EVERYBODY, quantile));
      }
    }
    List<Long> cuts = cuts(wave, measure, variable);
    BinGrid grid = BinGrid.of(variable, cuts.isEmpty() ? variable.min() : cuts.get(0));
    List<Histogram.Slot> slots = grid.slots(counted);
    Set<Integer> edges = new TreeSet<>();
    cuts.forEach(c -> edges.add(grid.slot(c)));
    Set<Long> marks = marks(wave, measure, grid, counted);
    Set<String> domains = new TreeSet<>();
    for (Domain domain : plan.coding().domains()) {
      for (long value : values(domain, position)) {
        domains.add(domain.id());
        marks.add(grid.below(counted, value));
      }
    }
    marks.add(grid.below(counted, variable.min() + 1));
    marks.add(grid.below(counted, variable.max()));
    Map<String, String> words = words(wave, measure);
    words.put("step", grid.step());
    words.put("cutoffs", String.join(" ", cuts.stream().map(grid::text).toList()));
    return new Histogram(words, slots, edges, marks, sides(wave, measure), domains, measure.care());
  }

  private int position(Measure measure) {
    List<Variable> variables = plan.coding().variables();
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).id().equals(measure.scale())) {
        return i;
      }
    }
    throw new IllegalStateException("no variable " + measure.scale());
  }

  private Map<String, String> words(String wave, Measure measure) {
    Map<String, String> all = new FactWords(plan).of(wave, Cell.EVERYBODY, measure);
    Map<String, String> words = new LinkedHashMap<>();
    for (String column :
        List.of("wave", "kind", "construct", "construct_label", "range_low", "range_high")) {
      words.put(column, all.get(column));
    }
    words.put("measure", measure.scale());
    words.put("measure_label", measure.scaleLabel());
    return words;
  }

  /** Values of the same number at which a breakdown divides people. */
  private static Set<Long> values(Domain domain, int position) {
    Set<Long> values = new TreeSet<>();
    for (Axis axis : domain.axes()) {
      if (axis.variable() == position) {
        for (long cut : axis.cuts()) {
          values.add(cut);
        }
      }
    }
    domain.where().stream()
        .filter(c -> c.variable() == position)
        .forEach(
            c ->
                values.addAll(List.of(c.min(), c.max() == Long.MAX_VALUE ? c.max() : c.max() + 1)));
    return values;
  }

  /** The values at which the cut-offs that stand for a topic begin. */
  private List<Long> cuts(String wave, Measure measure, Variable variable) {
    TreeSet<Long> cuts = new TreeSet<>();
    shares(wave, measure)
        .filter(f -> f.words().getOrDefault("headline", "").equals("yes"))
        .forEach(f -> cuts.addAll(BinGrid.thresholds(f.words().get("cutoff_label"), variable)));
    return List.copyOf(cuts);
  }

  private Stream<Fact> shares(String wave, Measure measure) {
    return release.estimates().stream().filter(f -> is(f, wave, measure) && cases(f) >= 0);
  }

  private static long cases(Fact fact) {
    return fact.estimate().cases();
  }

  private static boolean is(Fact fact, String wave, Measure measure) {
    return fact.words().getOrDefault("wave", "").equals(wave)
        && fact.words().getOrDefault("scale", "").equals(measure.scale())
        && new Group(
                fact.words().getOrDefault("domain", ""), fact.words().getOrDefault("level", ""))
            .equals(Group.EVERYBODY);
  }

  private Map<String, Long> sides(String wave, Measure measure) {
    Map<String, Long> sides = new LinkedHashMap<>();
    release.bands().stream()
        .filter(band -> is(band, wave, measure))
        .forEach(band -> sides.put(band.words().get("band"), side(band)));
    shares(wave, measure).forEach(share -> sides.put(share.words().get("measure"), side(share)));
    return sides;
  }

  private static long side(Fact fact) {
    return Math.min(cases(fact), fact.estimate().n() - cases(fact));
  }

  /** People below each band, and those whom a cut-off leaves at its lower side. */
  private Set<Long> marks(String wave, Measure measure, BinGrid grid, Crosstab.Counted counted) {
    Set<Long> marks = new TreeSet<>();
    long below = 0;
    for (Fact band : release.bands()) {
      if (is(band, wave, measure)) {
        below += cases(band);
        marks.add(below);
      }
    }
    Variable variable = plan.coding().variables().get(position(measure));
    shares(wave, measure)
        .forEach(
            share -> {
              Set<Long> sides =
                  new TreeSet<>(List.of(cases(share), share.estimate().n() - cases(share)));
              Set<Long> exact = new TreeSet<>();
              BinGrid.thresholds(share.words().get("cutoff_label"), variable)
                  .forEach(t -> exact.add(grid.below(counted, t)));
              exact.retainAll(sides);
              // a cut-off that differs by sex lies between two values, so both sides are kept
              marks.addAll(exact.isEmpty() ? sides : exact);
            });
    return marks;
  }
}
