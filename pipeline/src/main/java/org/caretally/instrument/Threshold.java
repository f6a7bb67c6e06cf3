package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A comparison with an exact number.
 *
 * @param op how to compare
 * @param value with what, in units of the score
 */
public record Threshold(Op op, BigDecimal value) {

  /** How to compare. */
  public enum Op {
    GTE("at or above"),
    GT("above"),
    LTE("at or below"),
    LT("below");

    private final String words;

    Op(String words) {
      this.words = words;
    }

    /** Returns whether high scores are meant. */
    public boolean upward() {
      return this == GTE || this == GT;
    }

    /** Returns the comparison as it is written in a definition. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the comparison in words, such as {@code at or above 10}. */
  public String words() {
    return op.words + " " + Exact.text(value);
  }
}
