package org.caretally.disclosure;

/**
 * Cases among a group, or those who are none, in people.
 *
 * @param cases which of the two
 */
record WeighedShare(boolean cases) implements HeadcountAudit.Weighed {
  private static final double HALF = 0.005;

  @Override
  public double value(Counted row) {
    double share = row.fact().estimate().value();
    return cases ? share : 1 - share;
  }

  @Override
  public double half(Counted row) {
    return row.n() >= Precision.MANY ? HALF / 10 : HALF;
  }

  @Override
  public double one() {
    return 1;
  }

  @Override
  public double rule(Counted row) {
    boolean few = !row.few() && row.value(cases) < row.fewestCases();
    return few ? row.fewestCases() - 1 : -1;
  }
}
