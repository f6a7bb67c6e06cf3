package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.caretally.codebook.Direction;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Sampling;

/**
 * Ledgers become numbers that want to be published: every measure in every cell of every wave,
 * severity bands, and correlations with p-values adjusted in the family of one wave and cell.
 */
public final class Analysis {
  private final Plan plan;
  private final List<Fact> estimates = new ArrayList<>();
  private final List<Fact> bands = new ArrayList<>();
  private final List<Fact> correlations = new ArrayList<>();
  private final List<Fact> ends = new ArrayList<>();
  private final List<Fact> safety = new ArrayList<>();
  private final Map<String, Integer> scales = new HashMap<>();

  private Analysis(Plan plan) {
    this.plan = plan;
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
    Analysis analysis = new Analysis(plan);
    ledgers.forEach(
        (wave, ledger) ->
            analysis.wave(
                wave.isEmpty() ? plan.study().wave().label() : wave,
                ledger.sampling(plan.coding().design()),
                Optional.ofNullable(counts.get(wave)),
                wave.equals(ledgers.lastKey())));
    return analysis;
  }

  /**
   * Returns everything: means and prevalences, shares of severity bands, correlations, shares of
   * people with the lowest and with the highest possible score, and shares that endorsed a safety
   * item in the newest wave.
   */
  public List<Fact> facts() {
    return Stream.of(estimates, bands, correlations, ends, safety).flatMap(List::stream).toList();
  }

  private void wave(String wave, Sampling sampling, Optional<ScoreCounts> counts, boolean newest) {
    List<Wanted> wanted = new ArrayList<>();
    for (Cell cell : plan.cells().keySet()) {
      plan.measures().forEach(m -> wanted.add(new Wanted(cell, m.estimator())));
      if (cell.equals(Cell.EVERYBODY)) {
        everybody(newest).forEach(b -> wanted.add(new Wanted(cell, b.estimator())));
      }
      if (correlated(cell)) {
        plan.pairs().forEach(p -> wanted.add(new Wanted(cell, p.estimator())));
      }
    }
    // each number depends on the ledger only, so the order in which they are made changes nothing
    Iterator<Estimate> made =
        wanted.parallelStream().map(w -> w.estimate(sampling)).toList().iterator();
    for (Cell cell : plan.cells().keySet()) {
      for (Measure measure : plan.measures()) {
        estimates.add(
            new Fact(
                TableKind.ESTIMATES,
                words(wave, cell, measure),
                made.next(),
                Double.NaN,
                counts
                    .filter(c -> cell.equals(Cell.EVERYBODY))
                    .map(c -> scored(c, measure))
                    .orElse(Map.of()),
                measure.care()));
      }
      if (cell.equals(Cell.EVERYBODY)) {
        bands(wave, made);
        plan.ends().forEach(e -> ends.add(end(wave, e, made.next())));
        if (newest) {
          plan.safety().forEach(s -> safety.add(safety(wave, s, made.next())));
        }
      }
      if (correlated(cell)) {
        correlations(wave, cell, made);
      }
    }
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

  private static Fact end(String wave, Band end, Estimate estimate) {
    Map<String, String> words = new HashMap<>();
    words.put("wave", wave);
    words.put("scale", end.scale());
    words.put("scale_label", end.scaleLabel());
    words.put("end", end.band());
    words.put("score", end.label());
    return new Fact(TableKind.ENDS, words, estimate, Double.NaN, Map.of(), end.care());
  }

  private Fact safety(String wave, Band line, Estimate estimate) {
    String name =
        plan.used().stream()
            .filter(u -> u.instrument().id().equals(line.scale()))
            .map(u -> u.instrument().name())
            .findFirst()
            .orElse(line.scale());
    Map<String, String> words = new HashMap<>();
    words.put("wave", wave);
    words.put("measure", line.band());
    words.put("label", name + " question on self-harm, any answer above the lowest");
    return new Fact(TableKind.SAFETY, words, estimate, Double.NaN, Map.of(), line.care());
  }

  private boolean correlated(Cell cell) {
    return cell.equals(Cell.EVERYBODY) || plan.within().contains(cell.domain());
  }

  private record Wanted(Cell cell, Estimator estimator) {
    Estimate estimate(Sampling sampling) {
      return estimator.estimate(sampling.of(cell, estimator));
    }
  }

  private void bands(String wave, Iterator<Estimate> made) {
    for (Band band : plan.bands()) {
      Map<String, String> words = place(wave, Cell.EVERYBODY);
      words.put("scale", band.scale());
      words.put("scale_label", band.scaleLabel());
      words.put("band", band.band());
      words.put("band_label", band.label());
      words.put("band_order", Integer.toString(band.order()));
      bands.add(new Fact(TableKind.BANDS, words, made.next(), Double.NaN, Map.of(), band.care()));
    }
  }

  private void correlations(String wave, Cell cell, Iterator<Estimate> made) {
    List<Pair> pairs = plan.pairs();
    List<Estimate> all = new ArrayList<>();
    double[] p = new double[pairs.size()];
    for (int i = 0; i < p.length; i++) {
      all.add(made.next());
      p[i] = all.get(i).pValue();
    }
    double[] adjusted = FalseDiscovery.adjusted(p);
    for (int i = 0; i < p.length; i++) {
      Map<String, String> words = place(wave, cell);
      Pair pair = pairs.get(i);
      words.put("method", "pearson");
      words.put("x", pair.x().id());
      words.put("y", pair.y().id());
      words.put("x_label", pair.x().label());
      words.put("y_label", pair.y().label());
      words.put("x_construct", pair.x().construct());
      words.put("y_construct", pair.y().construct());
      words.put("overlap", pair.overlap());
      correlations.add(
          new Fact(TableKind.CORRELATIONS, words, all.get(i), adjusted[i], Map.of(), Care.USUAL));
    }
  }

  private Map<String, String> place(String wave, Cell cell) {
    Plan.CellWords words = plan.cells().get(cell);
    Map<String, String> place = new HashMap<>();
    place.put("wave", wave);
    place.put("domain", cell.domain());
    place.put("level", cell.level());
    place.put("domain_label", words.domainLabel());
    place.put("level_label", words.levelLabel());
    place.put("level_order", cell.equals(Cell.EVERYBODY) ? "" : Integer.toString(words.order()));
    return place;
  }

  private Map<String, String> words(String wave, Cell cell, Measure measure) {
    Map<String, String> words = place(wave, cell);
    words.put("measure", measure.id());
    words.put("measure_label", measure.label());
    words.put("scale", measure.scale());
    words.put("scale_label", measure.scaleLabel());
    words.put("cutoff_label", measure.cutoffLabel());
    words.put("direction", name(measure.direction()));
    words.put("construct", measure.construct());
    words.put("construct_label", plan.constructLabel(measure.construct()));
    words.put("kind", plan.kind(measure));
    words.put("range_low", measure.span().low());
    words.put("range_high", measure.span().high());
    words.put("headline", plan.headline().contains(measure.id()) ? "yes" : "");
    return words;
  }

  private static String name(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
