package org.caretally.estimate;

import java.util.List;

/**
 * Weighted share of people who are a case, or who have a level.
 *
 * <p>Estimand p = Σ w 1(case) / Σ w over the domain's people with a known result. Gradient (−p,
 * 1)/W. Effective sample size p(1 − p)/Var p; design effect as for a mean of zeros and ones. The
 * interval is that of a {@link ProportionInterval}; reliability always follows the {@link
 * NchsStandard}.
 */
public final class Proportion implements SmoothEstimator {
  private final String name;
  private final Term answered;
  private final Term member;
  private final ProportionInterval interval;

  private Proportion(String name, Term answered, Term member, ProportionInterval interval) {
    this.name = name;
    this.answered = answered;
    this.member = member;
    this.interval = interval;
  }

  /** Share of cases of a yes-or-no variable at a position in the row. */
  public static Proportion ofCases(int position, String id, ProportionInterval interval) {
    Term value = new Term.Value(position, 0);
    return new Proportion(id, new Term.Answered(position), value, interval);
  }

  /** Share of people with a level of a variable at a position in the row. */
  public static Proportion ofLevel(
      int position, String id, int level, ProportionInterval interval) {
    Term indicator = new Term.IsLevel(position, level);
    return new Proportion(id + "=" + level, new Term.Answered(position), indicator, interval);
  }

  @Override
  public String id() {
    return "share(" + name + ")";
  }

  @Override
  public List<Term> terms() {
    return List.of(answered, member);
  }

  @Override
  public List<Term> tallies() {
    return List.of(member);
  }

  /** Returns how many people of a domain have a known result. */
  long people(DomainSums sums) {
    return sums.count(answered);
  }

  /** Returns how many of them are a case. */
  long cases(DomainSums sums) {
    return sums.tally(member);
  }

  @Override
  public Linearised at(double[] totals) {
    double p = totals[1] / totals[0];
    return new Linearised(p, new double[] {-p / totals[0], 1 / totals[0]});
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    long n = sums.count(answered);
    long df = sums.df();
    double none = Double.NaN;
    if (n == 0) {
      Reliability nothing = new Reliability(Reliability.Grade.SUPPRESS, "no answers");
      Interval empty = Interval.none(interval.id());
      return new Estimate("prevalence", none, none, empty, df, 0, 0, none, none, none, nothing);
    }
    Linearised share = at(sums.totals());
    double p = Math.min(1, Math.max(0, share.value()));
    double variance = sums.variance(this);
    double effective = effective(p, variance, n);
    double simple = p * (1 - p) / (n - 1);
    double effect = n > 1 && simple > 0 ? variance / simple : none;
    Share measured = new Share(p, variance, n, df);
    return new Estimate(
        "prevalence",
        p,
        Math.sqrt(variance),
        interval.of(measured),
        df,
        n,
        sums.tally(member),
        effective,
        effect,
        none,
        NchsStandard.of(measured));
  }

  private static double effective(double p, double variance, long n) {
    return ProportionInterval.certain(p) || variance <= 0 ? n : p * (1 - p) / variance;
  }
}
