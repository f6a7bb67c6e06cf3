package org.caretally.study;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.caretally.codebook.Variable;

/**
 * The lowest and the highest value that a measure can have, as decimal texts.
 *
 * @param low lowest possible value
 * @param high highest possible value
 */
public record Span(String low, String high) implements Serializable {
  private static final int DECIMALS = 6;

  /** From nobody to everybody. */
  static final Span SHARE = new Span("0", "1");

  /** Returns the span of a number, in its own unit. */
  static Span of(Variable variable) {
    return new Span(text(variable.min(), variable.grid()), text(variable.max(), variable.grid()));
  }

  private static String text(long cells, long grid) {
    return BigDecimal.valueOf(cells)
        .divide(BigDecimal.valueOf(grid), DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
