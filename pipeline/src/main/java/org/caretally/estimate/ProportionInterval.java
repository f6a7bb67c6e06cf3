package org.caretally.estimate;

/**
 * A 95 % interval for a proportion under a complex design.
 *
 * <p>Korn-Graubard, as the NCHS presentation standards form it: n* = min(n, n_eff (t_{n−1}/t_df)²)
 * with n_eff = p(1−p)/v, x = p n*, limits Beta(.025; x, n*−x+1) and Beta(.975; x+1, n*−x). At p of
 * 0 or 1 the effective size is n and the limits are those of Clopper and Pearson. Chosen as default
 * because it keeps its coverage for rare outcomes and few PSUs.
 *
 * <p>xlogit: expit(logit p ± t √v / (p(1−p))); not defined at 0 and 1.
 *
 * <p>Korn, E. L. and Graubard, B. I. (1998). Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data. Survey Methodology 24, 193–201.
 * Parker, J. D. et al. (2017). National Center for Health Statistics data presentation standards
 * for proportions. Vital and Health Statistics 2(175).
 */
public enum ProportionInterval {
  /** Exact binomial limits with the effective sample size. */
  KORN_GRAUBARD("korn_graubard") {
    @Override
    Interval of(Share share) {
      double p = share.p();
      long n = share.n();
      if (certain(p)) {
        double tail = 1 - Math.pow(0.025, 1.0 / n);
        return p < 0.5 ? new Interval(0, tail, id()) : new Interval(1 - tail, 1, id());
      }
      double ratio = Quantiles.t975(n - 1) / Quantiles.t975(share.df());
      double effective = share.variance() > 0 ? p * (1 - p) / share.variance() : n;
      double used = Math.min(n, effective * ratio * ratio);
      if (!(used > 0)) {
        return Interval.none(id());
      }
      double x = p * used;
      return new Interval(
          Quantiles.beta(0.025, x, used - x + 1), Quantiles.beta(0.975, x + 1, used - x), id());
    }
  },

  /** Symmetric on the logit scale. */
  XLOGIT("xlogit") {
    @Override
    Interval of(Share share) {
      double p = share.p();
      if (certain(p)) {
        return Interval.none(id());
      }
      double logit = Math.log(p) - Math.log1p(-p);
      double half = Quantiles.t975(share.df()) * Math.sqrt(share.variance()) / (p * (1 - p));
      return new Interval(expit(logit - half), expit(logit + half), id());
    }
  };

  private static final double CERTAIN = 1e-12;

  private final String id;

  ProportionInterval(String id) {
    this.id = id;
  }

  /** Returns the name of the method in tables. */
  public String id() {
    return id;
  }

  /** Returns the interval; its limits are NaN where the method is not defined. */
  abstract Interval of(Share share);

  static boolean certain(double p) {
    return p <= CERTAIN || p >= 1 - CERTAIN;
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
