package org.caretally.codebook;

/**
 * The mark of an answer that is not there, in rows of {@code long}. No computation ever uses its
 * value.
 */
public final class Missing {
  /** Stands in a row for an answer that is missing. */
  public static final long MARK = Long.MIN_VALUE;

  private Missing() {}

  /** Returns whether a cell of a row holds no answer. */
  public static boolean is(long cell) {
    return cell == MARK;
  }
}
