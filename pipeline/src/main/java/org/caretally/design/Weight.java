package org.caretally.design;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Weights on a fixed grid of 2⁻³², so that sums of weights are sums of integers and do not depend
 * on their order.
 *
 * <p>A decimal text is rounded once, half to even. The largest relative rounding of a weight is
 * 2⁻³³ divided by the weight; weights for which that exceeds 10⁻⁶ (below about 1.2·10⁻⁴) and
 * weights of 2³⁰ or more are not held.
 */
public final class Weight {
  /** Cells of the grid in a weight of 1, as a power of two. */
  public static final int BITS = 32;

  /** The weight of a person in a survey without weights. */
  public static final long ONE = 1L << BITS;

  private static final long LARGEST = 1L << (BITS + 30);
  private static final long SMALLEST = 500_000L;
  private static final BigDecimal SCALE = new BigDecimal(ONE);

  private Weight() {}

  /**
   * Reads a weight.
   *
   * @param text decimal text, possibly with an exponent
   * @return the weight on the grid, negative or zero where the text is; empty if the text is no
   *     number
   */
  public static OptionalLong parse(String text) {
    try {
      BigDecimal cells = new BigDecimal(text).multiply(SCALE).setScale(0, RoundingMode.HALF_EVEN);
      if (cells.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
        return OptionalLong.of(cells.signum() * LARGEST);
      }
      return OptionalLong.of(cells.longValueExact());
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns whether a positive weight is held exactly enough. */
  public static boolean held(long weight) {
    return weight >= SMALLEST && weight < LARGEST;
  }
}
