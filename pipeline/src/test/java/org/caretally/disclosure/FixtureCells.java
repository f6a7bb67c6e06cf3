package org.caretally.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Makes protected cells for tests of the report; the gate is the only maker in the product. */
public final class FixtureCells {
  private FixtureCells() {}

  /** Returns a shown number at a number of decimals. */
  public static Cell shown(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return new Shown(rounded.doubleValue(), rounded.toPlainString());
  }

  /** Returns the mark of a number withheld for confidentiality. */
  public static Cell confidential() {
    return new Withheld(Withheld.Mark.CONFIDENTIAL);
  }

  /** Returns the mark of a number withheld for imprecision. */
  public static Cell unreliable() {
    return new Withheld(Withheld.Mark.UNRELIABLE);
  }

  /** Returns the mark of a number that does not exist. */
  public static Cell notApplicable() {
    return new Withheld(Withheld.Mark.NOT_APPLICABLE);
  }
}
