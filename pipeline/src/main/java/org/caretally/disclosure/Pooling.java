package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Merge before you hide: levels of a breakdown with fewer than k people in some wave are shown
 * together with the next smallest ones, in the same way in every wave and table. Two hidden groups
 * cost two results; one joint group costs none.
 */
public final class Pooling {
  /** Stands for a level that nobody of a wave is in. */
  public static final long NOBODY = -1;

  private final long[][] bases;
  private final int k;

  private Pooling(long[][] bases, int k) {
    this.bases = bases;
    this.k = k;
  }

  /**
   * Returns the levels that are shown together, each pool in the order of its levels.
   *
   * @param bases for each level and wave the fewest people that a number rests on, or {@link
   *     #NOBODY}
   * @param ordered whether levels are bands of a number, so that only neighbours are merged
   * @param profile the profile in force
   */
  public static List<List<Integer>> pools(long[][] bases, boolean ordered, Profile profile) {
    if (!profile.protects()) {
      return List.of();
    }
    Pooling pooling = new Pooling(bases, profile.k());
    return ordered ? pooling.neighbours() : pooling.smallest().map(List::of).orElse(List.of());
  }

  private List<Integer> levels() {
    return IntStream.range(0, bases.length).filter(l -> largest(l) > 0).boxed().toList();
  }

  private long largest(int level) {
    long most = NOBODY;
    for (long base : bases[level]) {
      most = Math.max(most, base);
    }
    return most;
  }

  /** Fewest people of levels taken together, in the wave where they are fewest. */
  private long base(List<Integer> levels) {
    long fewest = Long.MAX_VALUE;
    for (int wave = 0; wave < bases[0].length; wave++) {
      long people = NOBODY;
      for (int level : levels) {
        long base = bases[level][wave];
        people = base == NOBODY ? people : Math.max(people, 0) + base;
      }
      fewest = people == NOBODY ? fewest : Math.min(fewest, people);
    }
    return fewest;
  }

  private Optional<List<Integer>> smallest() {
    List<Integer> open = new ArrayList<>(levels());
    open.sort(Comparator.comparingLong((Integer l) -> base(List.of(l))).thenComparing(l -> l));
    List<Integer> pool = new ArrayList<>();
    while (!open.isEmpty() && base(List.of(open.get(0))) < k) {
      pool.add(open.remove(0));
    }
    while (!pool.isEmpty() && base(pool) < k && !open.isEmpty()) {
      pool.add(open.remove(0));
    }
    pool.sort(null);
    return pool.size() < 2 ? Optional.empty() : Optional.of(pool);
  }

  private List<List<Integer>> neighbours() {
    List<List<Integer>> bands = new ArrayList<>();
    levels().forEach(l -> bands.add(new ArrayList<>(List.of(l))));
    while (bands.size() > 1) {
      int at = smallestOf(bands);
      if (base(bands.get(at)) >= k) {
        break;
      }
      boolean down =
          at + 1 == bands.size() || (at > 0 && base(bands.get(at - 1)) <= base(bands.get(at + 1)));
      int from = down ? at - 1 : at;
      bands.get(from).addAll(bands.remove(from + 1));
    }
    return bands.stream().filter(b -> b.size() > 1).map(List::copyOf).toList();
  }

  private int smallestOf(List<List<Integer>> bands) {
    return IntStream.range(0, bands.size())
        .boxed()
        .min(Comparator.comparingLong(b -> base(bands.get(b))))
        .orElseThrow();
  }
}
