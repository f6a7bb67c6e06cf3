package org.caretally.instrument;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * Exact sums from which the correlation of every item with the rest of its scale follows, under the
 * declared key and under a key without reversal. Only respondents who answered the whole scale
 * count.
 */
final class KeySums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] column;
  private final boolean[] reversed;
  private final long[] x;
  private final long[] xx;

  /** Sum of the item times the total of the unreversed items, and of the reversed items. */
  private final long[] xDirect;

  private final long[] xReversed;
  private final boolean turns;
  private long n;
  private long direct;
  private long turned;
  private long directDirect;
  private long turnedTurned;
  private long directTurned;

  KeySums(List<Integer> columns, List<Integer> reversedColumns) {
    int k = columns.size();
    column = columns.stream().mapToInt(Integer::intValue).toArray();
    reversed = new boolean[k];
    for (int i = 0; i < k; i++) {
      reversed[i] = reversedColumns.contains(column[i]);
    }
    turns = !reversedColumns.isEmpty();
    x = new long[k];
    xx = new long[k];
    xDirect = new long[k];
    xReversed = new long[k];
  }

  int size() {
    return column.length;
  }

  long respondents() {
    return n;
  }

  int column(int i) {
    return column[i];
  }

  boolean reversed(int i) {
    return reversed[i];
  }

  boolean hasReversed() {
    return turns;
  }

  void add(long[] codes) {
    long d = 0;
    long r = 0;
    for (int i = 0; i < column.length; i++) {
      long code = codes[column[i]];
      if (code == Missing.MARK || code <= AnswerCodes.TOO_MANY_DECIMALS) {
        return;
      }
      if (reversed[i]) {
        r += code;
      } else {
        d += code;
      }
    }
    count(codes, d, r);
  }

  private void count(long[] codes, long d, long r) {
    n++;
    direct += d;
    turned += r;
    directDirect += d * d;
    turnedTurned += r * r;
    directTurned += d * r;
    for (int i = 0; i < column.length; i++) {
      long code = codes[column[i]];
      x[i] += code;
      xx[i] += code * code;
      xDirect[i] += code * d;
    }
    // Without reversed items their total is always 0.
    for (int i = 0; i < column.length && turns; i++) {
      xReversed[i] += codes[column[i]] * r;
    }
  }

  void merge(KeySums other) {
    n += other.n;
    direct += other.direct;
    turned += other.turned;
    directDirect += other.directDirect;
    turnedTurned += other.turnedTurned;
    directTurned += other.directTurned;
    for (int i = 0; i < column.length; i++) {
      x[i] += other.x[i];
      xx[i] += other.xx[i];
      xDirect[i] += other.xDirect[i];
      xReversed[i] += other.xReversed[i];
    }
  }

  /**
   * Compares the correlation of an item with the sum of the others against a bound.
   *
   * @param i the item
   * @param keyed whether reversed items are turned round
   * @param percent the bound times 100, not 0
   * @return whether the correlation is at or beyond the bound, away from zero; false when it does
   *     not exist
   */
  boolean beyond(int i, boolean keyed, long percent) {
    BigInteger sign = BigInteger.valueOf(keyed ? -1 : 1);
    BigInteger withTotal =
        cov(xDirect[i], x[i], direct).add(sign.multiply(cov(xReversed[i], x[i], turned)));
    if (reversed[i]) {
      withTotal = withTotal.multiply(sign);
    }
    BigInteger own = cov(xx[i], x[i], x[i]);
    BigInteger total =
        cov(directDirect, direct, direct)
            .add(cov(turnedTurned, turned, turned))
            .add(sign.multiply(cov(directTurned, direct, turned)).shiftLeft(1));
    BigInteger rest = total.add(own).subtract(withTotal.shiftLeft(1));
    BigInteger covariance = withTotal.subtract(own);
    if (own.signum() == 0 || rest.signum() == 0 || covariance.signum() != Long.signum(percent)) {
      return false;
    }
    BigInteger bound = BigInteger.valueOf(percent).pow(2).multiply(own).multiply(rest);
    return covariance.pow(2).multiply(BigInteger.valueOf(10_000)).compareTo(bound) >= 0;
  }

  /** Returns n squared times the covariance. */
  private BigInteger cov(long product, long a, long b) {
    return BigInteger.valueOf(n)
        .multiply(BigInteger.valueOf(product))
        .subtract(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
  }
}
