package org.caretally.disclosure;

/**
 * What scores add up to, from the lowest possible one.
 *
 * @param low lowest possible score
 * @param scale multiplies scores
 * @param one largest possible score after that
 */
record WeighedMean(double low, double scale, double one) implements HeadcountAudit.Weighed {
  private static final double HALF = 0.05;

  @Override
  public double value(Counted row) {
    return scale * (row.fact().estimate().value() - low);
  }

  @Override
  public double half(Counted row) {
    return scale * (row.n() >= Precision.MANY ? HALF / 10 : HALF);
  }

  @Override
  public double rule(Counted row) {
    return -1;
  }
}
