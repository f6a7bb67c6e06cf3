package org.caretally.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads a number onto a decimal grid, exactly.
 *
 * @param min smallest value, in whole units
 * @param max largest value, in whole units
 * @param decimals decimals of the grid, 0 to 4; a value such as {@code 7.50} needs one
 * @param factor what every number is multiplied by, to change its unit; 1 for none. The product is
 *     exact, compared with the range, and only then rounded to the grid, a half to the even cell.
 * @param outside what is done to a number outside the range
 */
public record NumberDecoder(long min, long max, int decimals, BigDecimal factor, Outside outside)
    implements Decoder {
  /** A number written with an exponent beyond this is no answer that a person gave. */
  private static final int DIGITS = 1_000;

  @Override
  public long code(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return Unreadable.NOT_A_NUMBER;
    }
    boolean unit = factor.compareTo(BigDecimal.ONE) == 0;
    if (!unit && Math.abs((long) number.scale()) > DIGITS) {
      return outside.treat(Unreadable.OUT_OF_RANGE);
    }
    BigDecimal value = unit ? number : number.multiply(factor);
    if (value.compareTo(BigDecimal.valueOf(min)) < 0
        || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      return outside.treat(Unreadable.OUT_OF_RANGE);
    }
    if (!unit) {
      return value
          .setScale(decimals, RoundingMode.HALF_EVEN)
          .movePointRight(decimals)
          .longValueExact();
    }
    BigDecimal cells = number.movePointRight(decimals).stripTrailingZeros();
    return cells.scale() > 0 ? Unreadable.TOO_MANY_DECIMALS : cells.longValueExact();
  }
}
