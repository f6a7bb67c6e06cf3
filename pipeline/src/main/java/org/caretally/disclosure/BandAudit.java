package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The audit of one scale's severity bands in one wave. Bands add up to everybody with a score, and
 * the upper ones to the cases of a cut-off: readers know the instrument, so a cut-off whose cases
 * are as many as those of the upper bands counts as their sum.
 */
final class BandAudit {
  private final Profile profile;
  private final List<Counted> bands = new ArrayList<>();
  private final List<Counted> cutoffs = new ArrayList<>();
  private final Set<String> measures = new TreeSet<>();
  private int guarded;

  BandAudit(Profile profile) {
    this.profile = profile;
  }

  void add(int at, Fact fact, boolean hidden) {
    bands.add(new Counted(at, fact, hidden, profile));
  }

  /** Adds a share of everybody beyond a cut-off, published or hidden. */
  void cutoff(int at, Fact fact, boolean hidden) {
    cutoffs.add(new Counted(at, fact, hidden, profile));
  }

  /** Returns the measures at cut-offs that would give a band away and must be hidden. */
  Set<String> measures() {
    return measures;
  }

  int guarded() {
    return guarded;
  }

  /** Returns the positions of bands to hide besides. */
  Set<Integer> run() {
    Puzzle puzzle = new Puzzle();
    List<Integer> parts = new ArrayList<>();
    for (Counted band : bands) {
      parts.add(puzzle.add(band(band), band.hidden()));
      guarded += band.hidden() && band.count(true).primary() ? 1 : 0;
    }
    long n = bands.get(0).n();
    Known people = Known.base(n);
    int everybody =
        puzzle.add(new Unknown("", n, people.low(), people.high(), n, -1, Unknown.NEVER), false);
    puzzle.sum(everybody, parts);
    Map<Integer, String> sums = new HashMap<>();
    for (Counted cutoff : cutoffs) {
      guarded += cutoff.hidden() ? 1 : 0;
      long above = 0;
      int from = bands.size();
      while (from > 1 && above < cutoff.value(true)) {
        above += bands.get(--from).value(true);
      }
      if (above == cutoff.value(true) && from < bands.size()) {
        int whole = puzzle.add(cutoff(cutoff), cutoff.hidden());
        puzzle.sum(whole, parts.subList(from, parts.size()));
        sums.put(whole, cutoff.fact().words().getOrDefault("measure", ""));
      }
    }
    return decide(puzzle, parts, sums);
  }

  /**
   * A cut-off that is hidden for the sake of groups must stay open here too, however many its cases
   * are.
   */
  private static Unknown cutoff(Counted cutoff) {
    Unknown count = cutoff.count(true);
    return !cutoff.hidden() || count.primary()
        ? count
        : new Unknown(
            count.name(),
            count.value(),
            count.low(),
            count.high(),
            count.most(),
            count.most(),
            count.cost());
  }

  private static Unknown band(Counted band) {
    Unknown count = band.count(true);
    return new Unknown(
        band.fact().words().getOrDefault("band_order", ""),
        count.value(),
        count.low(),
        count.high(),
        count.most(),
        count.rule(),
        (long) count.value());
  }

  private Set<Integer> decide(Puzzle puzzle, List<Integer> parts, Map<Integer, String> sums) {
    Set<Integer> added = new TreeSet<>();
    for (int cell : Partners.hide(puzzle)) {
      if (sums.containsKey(cell)) {
        measures.add(sums.get(cell));
      } else {
        added.add(bands.get(parts.indexOf(cell)).at());
      }
    }
    return added;
  }
}
