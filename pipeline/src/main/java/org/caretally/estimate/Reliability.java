package org.caretally.estimate;

/**
 * Whether a number is precise enough to be useful, and why not.
 *
 * @param grade the verdict
 * @param reason the rule that decided, in a few words; empty when nothing is to be said
 */
public record Reliability(Grade grade, String reason) {

  /** The verdict. */
  public enum Grade {
    /** May be presented. */
    PRESENT,
    /** May be presented after a person has looked. */
    REVIEW,
    /** Is too imprecise to be presented. */
    SUPPRESS
  }

  /** Nothing to be said. */
  public static final Reliability FINE = new Reliability(Grade.PRESENT, "");
}
