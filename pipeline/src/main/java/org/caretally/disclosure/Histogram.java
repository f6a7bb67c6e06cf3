package org.caretally.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a score or number is distributed among everybody of a wave, that wants to be published.
 *
 * @param words texts by column of the table
 * @param slots the finest bins, from the lowest; they hold all who have a value
 * @param edges slots, by position, that should begin a bin: those at a cut-off
 * @param marks numbers of people at the lower side of a value, or of a case, that are published of
 *     the same people elsewhere: bands, cut-offs, ends, breakdowns by the same number
 * @param sides for each band and cut-off of the score, by its name, the people in it or outside it,
 *     whichever are fewer
 * @param domains breakdowns by the same number
 * @param care how careful the gate must be
 */
public record Histogram(
    Map<String, String> words,
    List<Slot> slots,
    Set<Integer> edges,
    Set<Long> marks,
    Map<String, Long> sides,
    Set<String> domains,
    Care care) {

  /** Copies the collections. */
  public Histogram {
    words = Map.copyOf(words);
    slots = List.copyOf(slots);
    edges = Set.copyOf(edges);
    marks = Set.copyOf(marks);
    sides = Map.copyOf(sides);
    domains = Set.copyOf(domains);
  }

  /**
   * A stretch of values.
   *
   * @param from where it begins, as decimal text
   * @param people unweighted number of people in it
   * @param weight what they weigh together
   */
  public record Slot(String from, long people, double weight) {}

  /** Returns how many people have a value. */
  long people() {
    return slots.stream().mapToLong(Slot::people).sum();
  }
}
