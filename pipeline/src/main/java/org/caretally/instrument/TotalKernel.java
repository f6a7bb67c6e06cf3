package org.caretally.instrument;

/** Sums and means. */
final class TotalKernel implements Kernel {
  private static final long serialVersionUID = 1L;

  private final Columns columns;
  private final int fewest;

  /** By number of answered items: the sum of cells times this, ... */
  private final long[] times;

  /** ... divided by this and rounded half-up, is the score in cells; 1 on an exact grid. */
  private final long[] over;

  private final long grid;
  private final long min;
  private final long max;
  private final Outcome outcome;

  TotalKernel(Method.Total method, Columns columns, Scale scale) {
    this.columns = columns;
    int n = columns.size();
    fewest = Math.max(1, n - method.missing());
    long per = method.multiply();
    long g = 1;
    if (!method.halfUp()) {
      for (int k = fewest; k <= n; k++) {
        long den = Math.multiplyExact(k, columns.grid());
        g = Exact.lcm(g, den / Exact.gcd(den, method.mean() ? per : per * n));
      }
    }
    grid = g;
    times = new long[n + 1];
    over = new long[n + 1];
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int k = fewest; k <= n; k++) {
      long num = Math.multiplyExact(method.mean() ? per : per * n, g);
      long den = k * columns.grid();
      long d = Exact.gcd(num, den);
      times[k] = num / d;
      over[k] = den / d;
      low = Math.min(low, cell(columns.lowest(k), k));
      high = Math.max(high, cell(columns.highest(k), k));
    }
    min = low;
    max = high;
    outcome = new Outcome(scale.cutoffs(), scale.bands(), g);
  }

  private long cell(long sum, int answered) {
    long numerator = Math.multiplyExact(sum, times[answered]);
    return Exact.halfUp(numerator, over[answered]);
  }

  long grid() {
    return grid;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }

  @Override
  public int width() {
    return outcome.width();
  }

  @Override
  public int score(long[] codes, Sex sex, long[] out, int at) {
    int answered = columns.answered(codes);
    if (answered < fewest) {
      outcome.none(answered == 0 ? Outcome.BLANK : Outcome.UNSCORABLE, out, at);
      return 0;
    }
    long numerator = columns.sum(codes) * times[answered];
    long divisor = over[answered];
    long score = divisor == 1 ? numerator : Exact.halfUp(numerator, divisor);
    int status = answered == columns.size() ? Outcome.COMPLETE : Outcome.PRORATED;
    return outcome.write(score, status, sex, out, at);
  }
}
