package org.caretally.estimate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * How well people hide among others: groups of people who are alike in everything a report breaks
 * results down by.
 *
 * <p>k-anonymity: the size of the smallest group, and the people in groups of fewer than k.
 * l-diversity: a group all of whose answers to a question are the same tells that answer about each
 * of its members, whatever its size. Unweighted counts; merging is exact and in any order.
 *
 * <p>L. Sweeney (2002), k-anonymity, doi:10.1142/S0218488502001648; A. Machanavajjhala et al.
 * (2007), l-diversity, doi:10.1145/1217299.1217302 (the distinct form).
 */
public final class Crowd implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<List<String>, Group> groups = new HashMap<>();

  private static final class Group implements Serializable {
    private static final long serialVersionUID = 1L;
    private final BitSet cases = new BitSet();
    private final BitSet others = new BitSet();
    private long people;
  }

  /**
   * Adds one person.
   *
   * @param wave wave of the answers
   * @param levels the person's level in every breakdown, -1 for none
   * @param outcomes 1, 0 or the missing mark for every question
   */
  public void add(String wave, int[] levels, long[] outcomes) {
    Group group = groups.computeIfAbsent(List.of(wave, Arrays.toString(levels)), k -> new Group());
    group.people++;
    for (int i = 0; i < outcomes.length; i++) {
      if (!Missing.is(outcomes[i])) {
        (outcomes[i] == 1 ? group.cases : group.others).set(i);
      }
    }
  }

  /** Adds all of another crowd to this one. */
  public void merge(Crowd other) {
    other.groups.forEach(
        (key, theirs) -> {
          Group ours = groups.computeIfAbsent(key, k -> new Group());
          ours.people += theirs.people;
          ours.cases.or(theirs.cases);
          ours.others.or(theirs.others);
        });
  }

  /** Returns the number of groups. */
  public long groups() {
    return groups.size();
  }

  /** Returns the number of people. */
  public long people() {
    return groups.values().stream().mapToLong(g -> g.people).sum();
  }

  /** Returns the size of the smallest group; 0 without people. */
  public long smallest() {
    return groups.values().stream().mapToLong(g -> g.people).min().orElse(0);
  }

  /** Returns the number of people in groups of fewer than k. */
  public long below(int k) {
    return groups.values().stream().mapToLong(g -> g.people).filter(n -> n < k).sum();
  }

  /** Returns the number of groups with fewer than two different answers to a question. */
  public long uniform(int outcome) {
    return groups.values().stream()
        .filter(g -> !g.cases.get(outcome) || !g.others.get(outcome))
        .count();
  }
}
