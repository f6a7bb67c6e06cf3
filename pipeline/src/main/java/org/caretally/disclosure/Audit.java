package org.caretally.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a whole release as an attacker would and hides further numbers until no hidden one can
 * be worked out.
 */
final class Audit {
  private final Profile profile;
  private final Release release;
  private final Set<Integer> estimates = new TreeSet<>();
  private final Set<Integer> bands = new TreeSet<>();
  private final Set<Integer> correlations = new TreeSet<>();
  private final Work work = new Work();
  private int puzzles;
  private int guarded;
  private int bandPuzzles;
  private int bandsGuarded;

  private Audit(Profile profile, Release release) {
    this.profile = profile;
    this.release = release;
  }

  /**
   * Audits a release.
   *
   * @param estimates positions of the estimates that rules have hidden
   * @param bands positions of the bands that rules have hidden
   */
  static Audit of(Profile profile, Release release, Set<Integer> estimates, Set<Integer> bands) {
    Audit audit = new Audit(profile, release);
    audit.bands(estimates, bands);
    audit.estimates(estimates);
    // what is hidden for the sake of groups must not follow from bands, and the other way round
    int before;
    do {
      before = audit.estimates.size();
      audit.bands(union(estimates, audit.estimates), union(bands, audit.bands));
      if (audit.estimates.size() > before) {
        audit.estimates(estimates);
      }
    } while (audit.estimates.size() > before);
    return audit;
  }

  private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
    Set<Integer> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Returns the positions of estimates that must be hidden besides. */
  Set<Integer> estimates() {
    return estimates;
  }

  /** Returns the positions of bands that must be hidden besides. */
  Set<Integer> bands() {
    return bands;
  }

  /** Returns the positions of correlations that must be hidden besides. */
  Set<Integer> correlations() {
    return correlations;
  }

  /** Returns what the search among groups took. */
  Work work() {
    return work;
  }

  /** Returns what was done, in one sentence. */
  String words() {
    return "The audit passed: "
        + (guarded + bandsGuarded)
        + " hidden counts were attacked with all published sums ("
        + (puzzles + bandPuzzles)
        + " systems), and none can be worked out closer than the rules allow.";
  }

  private void estimates(Set<Integer> hidden) {
    puzzles = 0;
    guarded = 0;
    Map<String, WaveAudit> waves = new LinkedHashMap<>();
    List<Fact> all = release.estimates();
    for (int i = 0; i < all.size(); i++) {
      waves
          .computeIfAbsent(wave(all.get(i)), w -> new WaveAudit(profile, release, w))
          .add(i, all.get(i), hidden.contains(i) || estimates.contains(i));
    }
    for (Map.Entry<String, WaveAudit> wave : waves.entrySet()) {
      WaveAudit audit = wave.getValue();
      audit.run();
      estimates.addAll(audit.added());
      puzzles += audit.puzzles();
      guarded += audit.guarded();
      work.add(audit.work());
      for (int i = 0; i < release.correlations().size(); i++) {
        Fact fact = release.correlations().get(i);
        if (wave(fact).equals(wave.getKey()) && audit.masked().contains(Group.of(fact))) {
          correlations.add(i);
        }
      }
    }
  }

  private static String wave(Fact fact) {
    return fact.words().getOrDefault("wave", "");
  }

  /** The bands of a scale add up to everybody who has a score, and some of them to a cut-off. */
  private void bands(Set<Integer> shares, Set<Integer> hidden) {
    bandPuzzles = 0;
    bandsGuarded = 0;
    Map<List<String>, BandAudit> scales = new LinkedHashMap<>();
    for (int i = 0; i < release.bands().size(); i++) {
      scales
          .computeIfAbsent(scale(release.bands().get(i)), s -> new BandAudit(profile))
          .add(i, release.bands().get(i), hidden.contains(i));
    }
    for (int i = 0; i < release.estimates().size(); i++) {
      Fact fact = release.estimates().get(i);
      BandAudit audit = scales.get(scale(fact));
      boolean share = fact.estimate().cases() >= 0 && Group.of(fact).equals(Group.EVERYBODY);
      if (audit != null && share) {
        audit.cutoff(i, fact, shares.contains(i));
      }
    }
    scales.forEach(
        (scale, audit) -> {
          bands.addAll(audit.run());
          audit.measures().forEach(m -> drop(scale.get(0), m));
          bandPuzzles++;
          bandsGuarded += audit.guarded();
        });
  }

  private void drop(String wave, String measure) {
    for (int i = 0; i < release.estimates().size(); i++) {
      Fact fact = release.estimates().get(i);
      if (wave(fact).equals(wave) && measure.equals(fact.words().get("measure"))) {
        estimates.add(i);
      }
    }
  }

  private static List<String> scale(Fact fact) {
    return List.of(wave(fact), fact.words().getOrDefault("scale", ""));
  }
}
