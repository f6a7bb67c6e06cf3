package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exact sums against {@link BigInteger}, from small numbers to the edge of the words. */
class TotalsTest {
  private static final long SEED = 20261125L;

  private static long number(Random random) {
    return random.nextLong() >> random.nextInt(63);
  }

  @Test
  void sumsOfProductsAreExact() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Totals totals = new Totals(1);
      BigInteger exact = BigInteger.ZERO;
      for (int i = 0; i < 50; i++) {
        long a = number(random);
        long b = number(random) >> 2;
        totals.add(0, a, b);
        exact = exact.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
      }
      assertEquals(exact.doubleValue(), totals.value(0), Math.ulp(exact.doubleValue()), "" + SEED);
    }
  }

  @Test
  void distanceIsExactBeforeItIsRounded() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Totals unit = new Totals(1);
      Totals total = new Totals(1);
      long big = number(random);
      long small = number(random) >> 20;
      unit.add(0, big, 1L << random.nextInt(40));
      unit.add(0, small, 3);
      total.addAll(unit);
      total.addAll(unit);
      total.add(0, small, 1);
      double expected = unitTimes(unit, 2).subtract(value(total)).doubleValue();
      assertEquals(expected, unit.distance(0, 2, total), Math.ulp(expected), "seed " + SEED);
    }
  }

  private static BigInteger value(Totals totals) {
    BigInteger sum = BigInteger.ZERO;
    // the exact value, read through two distances that are small enough to be exact
    Totals zero = new Totals(1);
    double d = totals.distance(0, 1, zero);
    BigInteger high = new BigDecimal(d).toBigInteger();
    Totals rest = new Totals(1);
    rest.addAll(totals);
    rest.addWide(0, high.negate().shiftRight(64).longValue(), high.negate().longValue());
    sum = sum.add(high).add(new BigDecimal(rest.value(0)).toBigInteger());
    return sum;
  }

  private static BigInteger unitTimes(Totals unit, long times) {
    return value(unit).multiply(BigInteger.valueOf(times));
  }

  @Test
  void splittingAndOrderChangeNothing() {
    Random random = new Random(SEED);
    for (int run = 0; run < 100; run++) {
      Totals whole = new Totals(3);
      Totals left = new Totals(3);
      Totals right = new Totals(3);
      for (int i = 0; i < 40; i++) {
        long a = number(random);
        long b = number(random);
        int at = random.nextInt(3);
        whole.add(at, a, b >> 1);
        (random.nextBoolean() ? left : right).add(at, a, b >> 1);
      }
      Totals merged = new Totals(3);
      merged.addAll(right);
      merged.addAll(left);
      assertEquals(whole, merged, "seed " + SEED);
    }
  }

  @Test
  void overflowIsNeverSilent() {
    Totals totals = new Totals(1);
    totals.addWide(0, Long.MAX_VALUE, -1);
    assertThrows(ArithmeticException.class, () -> totals.add(0, 1, 1));
  }

  @Test
  void wideSumsOfSquaresAreExact() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      WideTotals totals = new WideTotals(1);
      WideTotals other = new WideTotals(1);
      BigInteger exact = BigInteger.ZERO;
      for (int i = 0; i < 30; i++) {
        long weight = Math.abs(number(random) >> 1);
        long value = number(random) >> 3;
        long high = Math.multiplyHigh(weight, weight);
        (random.nextBoolean() ? totals : other).add(0, high, weight * weight, value);
        exact = exact.add(BigInteger.valueOf(weight).pow(2).multiply(BigInteger.valueOf(value)));
      }
      totals.addAll(other);
      double expected = exact.doubleValue();
      assertEquals(expected, totals.value(0), 4 * Math.ulp(expected), "seed " + SEED);
    }
  }
}
