package org.caretally.intake;

import java.io.Serializable;
import java.util.Arrays;

/** Counts what became of every row. Merging is exact and in any order. */
@SuppressWarnings("EnumOrdinal") // positions inside one process only
public final class Flow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] counts = new long[Step.values().length];

  /** Counts one row. */
  public void add(Step step) {
    counts[step.ordinal()]++;
  }

  /** Counts several rows. */
  public void add(Step step, long rows) {
    counts[step.ordinal()] += rows;
  }

  /** Adds the counts of another flow. */
  public void merge(Flow other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Returns the rows of a step. */
  public long count(Step step) {
    return counts[step.ordinal()];
  }

  /**
   * Returns whether every row read is accounted for: read rows are the sum of all other steps,
   * where rows of further files without a partner were never among the read rows of the first.
   */
  public boolean balanced() {
    long others = Arrays.stream(counts).sum() - count(Step.READ) - count(Step.NO_PARTNER);
    return count(Step.READ) == others;
  }
}
