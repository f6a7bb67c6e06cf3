package org.caretally.intake;

import java.math.BigDecimal;

/**
 * Reads a number onto a decimal grid, exactly.
 *
 * @param min smallest value, in whole units
 * @param max largest value, in whole units
 * @param decimals decimals of the grid, 0 to 4; a value such as {@code 7.50} needs one
 */
public record NumberDecoder(long min, long max, int decimals) implements Decoder {

  @Override
  public long code(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return Unreadable.NOT_A_NUMBER;
    }
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      return Unreadable.OUT_OF_RANGE;
    }
    BigDecimal cells = number.movePointRight(decimals).stripTrailingZeros();
    return cells.scale() > 0 ? Unreadable.TOO_MANY_DECIMALS : cells.longValueExact();
  }
}
