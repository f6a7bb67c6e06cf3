package org.caretally.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole-number arithmetic between answers and scores; an overflow is an error, never a number. */
final class Exact {
  private Exact() {}

  static long power(int decimals) {
    long p = 1;
    for (int i = 0; i < decimals; i++) {
      p *= 10;
    }
    return p;
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long r = x % y;
      x = y;
      y = r;
    }
    return x;
  }

  /** Least common multiple of two positive numbers. */
  static long lcm(long a, long b) {
    return Math.multiplyExact(a / gcd(a, b), b);
  }

  /** Rounds {@code numerator / denominator} to the nearest whole number, halves upwards. */
  static long halfUp(long numerator, long denominator) {
    return Math.floorDiv(2 * numerator + denominator, 2 * denominator);
  }

  static long floor(BigDecimal value, long grid) {
    return value
        .multiply(BigDecimal.valueOf(grid))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  static long ceil(BigDecimal value, long grid) {
    return value
        .multiply(BigDecimal.valueOf(grid))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** Returns a decimal as people write it: no exponent, no trailing zeros. */
  static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
