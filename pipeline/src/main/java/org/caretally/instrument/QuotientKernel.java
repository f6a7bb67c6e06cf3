package org.caretally.instrument;

import java.math.BigDecimal;

/** The mean of some items divided by the mean of others. */
final class QuotientKernel implements Kernel {
  /** Six decimals. */
  static final long GRID = 1_000_000;

  private static final long serialVersionUID = 1L;

  private final Columns above;
  private final Columns below;
  private final long times;
  private final long over;
  private final long min;
  private final long max;
  private final Outcome outcome;

  QuotientKernel(Columns above, Columns below, BigDecimal min, BigDecimal max, Scale scale) {
    this.above = above;
    this.below = below;
    times = Math.multiplyExact(below.size() * below.grid(), GRID);
    over = above.size() * above.grid();
    this.min = Exact.ceil(min, GRID);
    this.max = Exact.floor(max, GRID);
    outcome = new Outcome(scale.cutoffs(), scale.bands(), GRID);
  }

  @Override
  public int width() {
    return outcome.width();
  }

  @Override
  public int score(long[] codes, Sex sex, long[] out, int at) {
    int answered = above.answered(codes) + below.answered(codes);
    if (answered < above.size() + below.size()) {
      outcome.none(answered == 0 ? Outcome.BLANK : Outcome.UNSCORABLE, out, at);
      return 0;
    }
    long den = below.sum(codes) * over;
    if (den <= 0) {
      outcome.none(Outcome.UNSCORABLE, out, at);
      return 0;
    }
    long num = above.sum(codes) * times;
    long floor = Math.floorDiv(num, den);
    long ceiling = -Math.floorDiv(-num, den);
    if (ceiling > max || floor < min) {
      outcome.none(Outcome.UNSCORABLE, out, at);
      return Scoring.IMPLAUSIBLE;
    }
    long score = Exact.halfUp(num, den);
    return outcome.write(score, floor, ceiling, Outcome.COMPLETE, sex, out, at);
  }
}
