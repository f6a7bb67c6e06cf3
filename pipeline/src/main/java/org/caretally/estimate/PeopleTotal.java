package org.caretally.estimate;

import java.util.List;

/**
 * How many people of the population are cases, where weights scale to the population.
 *
 * <p>Estimand Σ w over the cases, its error that of a total; people whose result is unknown are in
 * none of it. Interval: t on the logarithm, which keeps it above 0.
 *
 * <p>Horvitz, D. G. and Thompson, D. J. (1952). Journal of the American Statistical Association 47,
 * 663–685. doi:10.1080/01621459.1952.10483446
 */
public final class PeopleTotal implements SmoothEstimator {
  private final Proportion share;

  /** Creates the estimator beside that of the share of cases, whose totals it uses. */
  public PeopleTotal(Proportion share) {
    this.share = share;
  }

  @Override
  public String id() {
    return share.id() + "+people";
  }

  @Override
  public List<Term> terms() {
    return share.terms();
  }

  @Override
  public List<Term> tallies() {
    return share.tallies();
  }

  @Override
  public Linearised at(double[] totals) {
    return new Linearised(totals[1], new double[] {0, 1});
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = share.people(sums);
    double total = n > 0 ? at(sums.totals()).value() : Double.NaN;
    return Positive.estimate("people", this, total, sums, n, share.cases(sums), sums.df());
  }
}
