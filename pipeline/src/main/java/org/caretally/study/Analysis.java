package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Sampling;

/**
 * Ledgers become numbers that want to be published: every measure in every cell of every wave,
 * severity bands, and correlations with p-values adjusted in the family of one wave and cell.
 */
public final class Analysis {
  private final Plan plan;
  private final FactWords words;
  private final List<Fact> estimates = new ArrayList<>();
  private final List<Fact> bands = new ArrayList<>();
  private final List<Fact> correlations = new ArrayList<>();
  private final List<Fact> ends = new ArrayList<>();
  private final List<Fact> safety = new ArrayList<>();
  private final List<Fact> differences = new ArrayList<>();
  private final List<Fact> groupTests = new ArrayList<>();
  private final List<Fact> spread = new ArrayList<>();
  private final List<Fact> reliability = new ArrayList<>();
  private final List<Fact> descriptives = new ArrayList<>();
  private final List<Fact> changes = new ArrayList<>();
  private final Map<String, Integer> scales = new HashMap<>();
  private Optional<Comparability> comparability = Optional.empty();

  private final boolean whole;

  private Analysis(Plan plan, boolean whole) {
    this.plan = plan;
    this.whole = whole;
    words = new FactWords(plan);
    for (int i = 0; i < plan.scales().size(); i++) {
      scales.put(plan.scales().get(i).id(), i);
    }
  }

  /**
   * Estimates everything the plan asks for.
   *
   * @param counts for each wave how people could be scored
   */
  public static Analysis of(
      Plan plan, SortedMap<String, Ledger> ledgers, Map<String, ScoreCounts> counts) {
    return new Analysis(plan, true).waves(ledgers, counts);
  }

  /** Estimates what is released together, without comparisons and spread. */
  static Analysis estimates(
      Plan plan, SortedMap<String, Ledger> ledgers, Map<String, ScoreCounts> counts) {
    return new Analysis(plan, false).waves(ledgers, counts);
  }

  private Analysis waves(SortedMap<String, Ledger> ledgers, Map<String, ScoreCounts> counts) {
    SortedMap<String, Sampling> samplings = new TreeMap<>();
    ledgers.forEach(
        (wave, ledger) -> {
          String label = wave.isEmpty() ? plan.study().wave().label() : wave;
          samplings.put(label, ledger.sampling(plan.coding().design()));
          wave(
              label,
              samplings.get(label),
              Optional.ofNullable(counts.get(wave)),
              wave.equals(ledgers.lastKey()));
        });
    if (whole && samplings.size() > 1) {
      comparability = Optional.of(Comparability.of(plan, ledgers, counts));
      changes.addAll(new ChangeFacts(plan, words, samplings, comparability.get()).facts());
    }
    return this;
  }

  /** Returns everything that wants to be published, with the sums that tie it. */
  public Release release() {
    return new Release(
        estimates,
        bands,
        ends,
        safety,
        correlations,
        Margins.of(plan.coding().domains(), groups(plan.pools())),
        plan.coding().design().weighted(),
        Headcounts.of(plan, groups(plan.pools())));
  }

  private static Map<Group, Group> groups(Map<Cell, Cell> pools) {
    Map<Group, Group> groups = new HashMap<>();
    pools.forEach(
        (part, whole) ->
            groups.put(
                new Group(part.domain(), part.level()), new Group(whole.domain(), whole.level())));
    return groups;
  }

  /** Returns differences of groups. */
  public List<Fact> differences() {
    return List.copyOf(differences);
  }

  /** Returns tests whether shares and means are the same in all groups. */
  public List<Fact> groupTests() {
    return List.copyOf(groupTests);
  }

  /** Returns standard deviations and quartiles. */
  public List<Fact> spread() {
    return List.copyOf(spread);
  }

  /** Returns how far the items of scales agree. */
  public List<Fact> reliability() {
    return List.copyOf(reliability);
  }

  /** Returns people who are cases, design effects and ratios. */
  public List<Fact> descriptives() {
    return List.copyOf(descriptives);
  }

  /** Returns changes between waves, and trends. */
  public List<Fact> changes() {
    return List.copyOf(changes);
  }

  /** Returns whether waves can be compared; nothing for a single wave. */
  public Optional<Comparability> comparability() {
    return comparability;
  }

  private void wave(String wave, Sampling sampling, Optional<ScoreCounts> counts, boolean newest) {
    List<Wanted> wanted = wanted(newest);
    if (whole) {
      compare(wave, sampling);
    }
    // each number depends on the ledger only, so the order in which they are made changes nothing
    Iterator<Estimate> made =
        wanted.parallelStream().map(w -> w.estimate(sampling)).toList().iterator();
    publish(wave, counts, newest, made);
  }

  private void compare(String wave, Sampling sampling) {
    differences.addAll(new DifferenceFacts(plan, words, wave).facts(sampling));
    groupTests.addAll(new GroupTestFacts(plan, words, wave).facts(sampling));
    descriptives.addAll(new DescriptiveFacts(plan, words, wave).facts(sampling));
    reliability.addAll(new ReliabilityFacts(plan, wave).facts(sampling));
    spread.addAll(new SpreadFacts(plan, words, wave).facts(sampling));
  }

  private void publish(
      String wave, Optional<ScoreCounts> counts, boolean newest, Iterator<Estimate> made) {
    for (Cell cell : plan.cells().keySet()) {
      for (Measure measure : plan.measures(cell)) {
        estimates.add(
            new Fact(
                TableKind.ESTIMATES,
                words.of(wave, cell, measure),
                made.next(),
                Double.NaN,
                counts
                    .filter(c -> cell.equals(Cell.EVERYBODY))
                    .map(c -> scored(c, measure))
                    .orElse(Map.of()),
                measure.care()));
      }
      if (cell.equals(Cell.EVERYBODY)) {
        BandFacts facts = new BandFacts(plan, words, wave);
        plan.bands().forEach(b -> bands.add(facts.band(b, made.next())));
        plan.ends().forEach(e -> ends.add(facts.end(e, made.next())));
        if (newest) {
          plan.safety().forEach(s -> safety.add(facts.safety(s, made.next())));
        }
      }
      if (correlated(cell)) {
        correlations.addAll(new CorrelationFacts(plan, words).facts(wave, cell, made));
      }
    }
  }

  private List<Wanted> wanted(boolean newest) {
    List<Wanted> wanted = new ArrayList<>();
    for (Cell cell : plan.cells().keySet()) {
      plan.measures(cell).forEach(m -> wanted.add(new Wanted(cell, m.estimator())));
      if (cell.equals(Cell.EVERYBODY)) {
        everybody(newest).forEach(b -> wanted.add(new Wanted(cell, b.estimator())));
      }
      if (correlated(cell)) {
        plan.pairs().forEach(p -> wanted.add(new Wanted(cell, p.estimator())));
      }
    }
    return wanted;
  }

  private List<Band> everybody(boolean newest) {
    List<Band> all = new ArrayList<>(plan.bands());
    all.addAll(plan.ends());
    if (newest) {
      all.addAll(plan.safety());
    }
    return all;
  }

  /** How many of a measure's people have an incomplete score, and how many have none. */
  private Map<String, Long> scored(ScoreCounts counts, Measure measure) {
    Integer scale = scales.get(measure.scale());
    return scale == null
        ? Map.of()
        : Map.of(
            "prorated", counts.status(scale, ScoreCounts.PRORATED),
            "unscorable", counts.status(scale, ScoreCounts.UNSCORABLE));
  }

  private boolean correlated(Cell cell) {
    return cell.equals(Cell.EVERYBODY) || plan.within().contains(cell.domain());
  }

  private record Wanted(Cell cell, Estimator estimator) {
    Estimate estimate(Sampling sampling) {
      return estimator.estimate(sampling.of(cell, estimator));
    }
  }
}
