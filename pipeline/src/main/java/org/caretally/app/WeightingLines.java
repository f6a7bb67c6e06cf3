package org.caretally.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caretally.disclosure.Tally;
import org.caretally.engine.Outcome;
import org.caretally.estimate.ClassTotals;
import org.caretally.study.Plan;
import org.caretally.study.Weighting;
import org.caretally.study.WeightingUse;

/**
 * What weighting to headcounts did: the sample against the workforce, and the spread of weights.
 *
 * <p>Nothing of the sample is told about a variable that has a level with fewer than k people, and
 * nothing at all where a group of one is hidden in the tables. What is told is rounded so far that
 * it names no number of people: whole hundredths, or twentieths in samples under 500. So these
 * lines give the audit of the other tables nothing to subtract.
 */
final class WeightingLines {
  private static final int LARGE = 500;

  private final Weighting weighting;
  private final String wave;
  private final ClassTotals sample;
  private final long k;
  private final boolean quiet;
  private final double[] before;
  private final long[] people;
  private final List<Tally.Line> lines = new ArrayList<>();
  private boolean told = true;

  private WeightingLines(
      Weighting weighting, String wave, ClassTotals sample, long k, boolean quiet) {
    this.quiet = quiet;
    this.weighting = weighting;
    this.wave = wave;
    this.sample = sample;
    this.k = k;
    int size = weighting.sizes().stream().mapToInt(Integer::intValue).sum();
    before = new double[size];
    people = new long[size];
    for (int c = 0; c < weighting.classes().size(); c++) {
      for (int at : weighting.classes().targetsOf(c)) {
        before[at] += sample.weight(c);
        people[at] += sample.people(c);
      }
    }
  }

  /**
   * Returns the lines for all waves; none without headcounts.
   *
   * @param quiet waves of which nothing may be told, by the labels of the report
   */
  static List<Tally.Line> of(Plan plan, Outcome outcome, long k, Set<String> quiet) {
    List<Tally.Line> lines = new ArrayList<>();
    outcome
        .sample()
        .forEach(
            (wave, sample) -> {
              boolean silent = quiet.contains(label(plan, wave));
              WeightingLines made =
                  new WeightingLines(outcome.weighting(), wave, sample, k, silent);
              made.make();
              lines.addAll(made.lines);
            });
    return lines;
  }

  /** Returns the waves in which some headcount is met by fewer than k people. */
  static Set<String> small(Plan plan, Outcome outcome, long k) {
    Set<String> waves = new TreeSet<>();
    outcome
        .sample()
        .forEach(
            (wave, sample) -> {
              WeightingLines made = new WeightingLines(outcome.weighting(), wave, sample, k, false);
              made.make();
              if (!made.told) {
                waves.add(label(plan, wave));
              }
            });
    return waves;
  }

  private static String label(Plan plan, String wave) {
    return wave.isEmpty() ? plan.study().wave().label() : wave;
  }

  /** Returns a sentence for the report; empty without headcounts. */
  static String sentence(Plan plan) {
    Optional<WeightingUse> use = plan.study().design().weighting();
    if (use.isEmpty()) {
      return "";
    }
    String variables =
        use.get().tables().stream()
            .flatMap(t -> t.variables().stream())
            .map(name -> plan.study().columns().get(name).label())
            .collect(Collectors.joining(", "));
    String how = use.get().crossed() ? "post-stratification" : "raking";
    return " Weights were made to meet known headcounts of the workforce by "
        + variables
        + " ("
        + how
        + "). Standard errors count that in.";
  }

  /** Returns the files that headcounts were read from. */
  static List<Path> files(Plan plan) {
    return plan.study().design().weighting().stream()
        .flatMap(w -> w.all().stream())
        .flatMap(t -> t.file().stream())
        .toList();
  }

  private void make() {
    int from = 0;
    for (int size : weighting.sizes()) {
      margin(from, from + size);
      from += size;
    }
    if (told && !quiet) {
      spread();
    }
  }

  private void margin(int from, int to) {
    double all = 0;
    double population = 0;
    long count = 0;
    boolean small = false;
    for (int at = from; at < to; at++) {
      all += before[at];
      population += weighting.headcount(wave, at);
      count += people[at];
      small |= people[at] > 0 && people[at] < k;
    }
    told &= !small;
    for (int at = from; at < to; at++) {
      if (!weighting.name(at).isEmpty() && weighting.headcount(wave, at) > 0) {
        String share = percent(weighting.headcount(wave, at) / population, 1);
        String found =
            small || quiet ? "not shown" : percent(before[at] / all, count < LARGE ? 5 : 1);
        add(weighting.name(at), share + " of the workforce", found + " of the sample");
      }
    }
  }

  private void spread() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    double squares = 0;
    double base = 0;
    long n = 0;
    for (int c = 0; c < weighting.classes().size(); c++) {
      if (sample.people(c) > 0) {
        double g = weighting.factor(wave, c);
        least = Math.min(least, g);
        most = Math.max(most, g);
        sum += g * sample.weight(c);
        base += sample.weight(c);
        squares += g * g * sample.square(c);
        n += sample.people(c);
      }
    }
    double usual = sum / base;
    double kish = n * squares / sum / sum;
    add(
        "Weights",
        "smallest and largest factor, the mean being 1",
        number(least / usual) + " to " + number(most / usual));
    add(
        "Weights",
        "Kish design effect, 1 + squared coefficient of variation",
        number(kish) + ": the sample tells as much as one " + number(kish) + " times smaller");
  }

  private static String percent(double share, int step) {
    return Math.round(100 * share / step) * step + " %";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void add(String label, String rule, String done) {
    String prefix = wave.isEmpty() ? "" : wave + ", ";
    lines.add(
        new Tally.Line(
            Map.of(
                "check",
                "weighting",
                "label",
                prefix + label,
                "rule",
                rule,
                "found",
                "",
                "done",
                done),
            Map.of()));
  }
}
