package org.caretally.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads a number of seconds as whole milliseconds. */
public record SecondsDecoder() implements Decoder {
  /** About thirty thousand years; nobody takes longer. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private static final int DIGITS = 1_000;

  @Override
  public long code(String text) {
    BigDecimal seconds;
    try {
      seconds = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return Unreadable.NOT_A_NUMBER;
    }
    if (seconds.abs().compareTo(MOST) > 0) {
      return Unreadable.OUT_OF_RANGE;
    }
    if (seconds.scale() > DIGITS) {
      return Unreadable.TOO_MANY_DECIMALS;
    }
    return seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
