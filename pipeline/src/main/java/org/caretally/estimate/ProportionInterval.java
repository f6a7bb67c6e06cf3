package org.caretally.estimate;

import java.util.Arrays;
import java.util.List;

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
      if (certain(share.p())) {
        double tail = 1 - Math.pow(0.025, 1.0 / share.n());
        return share.p() < 0.5 ? new Interval(0, tail, id()) : new Interval(1 - tail, 1, id());
      }
      return exact(share, Math.min(share.n(), adjusted(share)));
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
  },

  /** Exact binomial limits with the adjusted sample size, not capped. */
  BETA("beta") {
    @Override
    Interval of(Share share) {
      return certain(share.p()) ? Interval.none(id()) : exact(share, adjusted(share));
    }
  },

  /** Score limits with the effective sample size. */
  WILSON("wilson") {
    @Override
    Interval of(Share share) {
      double p = share.p();
      if (certain(p)) {
        return Interval.none(id());
      }
      double n = effective(share);
      double t = Quantiles.t975(share.df());
      double middle = p + t * t / (2 * n);
      double half = t / (2 * n) * Math.sqrt(4 * n * p * (1 - p) + t * t);
      double scale = 1 + t * t / n;
      return new Interval((middle - half) / scale, (middle + half) / scale, id());
    }
  },

  /** Symmetric after the arcsine of the root. */
  ASIN("asin") {
    @Override
    Interval of(Share share) {
      double p = share.p();
      if (certain(p)) {
        return Interval.none(id());
      }
      double middle = Math.asin(Math.sqrt(p));
      double root = Math.sqrt(share.variance() / (p * (1 - p)));
      double half = Quantiles.t975(share.df()) * root / 2;
      return new Interval(square(middle - half), square(middle + half), id());
    }
  },

  /** Symmetric on the scale of the share itself. */
  MEAN("mean") {
    @Override
    Interval of(Share share) {
      if (certain(share.p())) {
        return Interval.none(id());
      }
      double half = Quantiles.t975(share.df()) * Math.sqrt(share.variance());
      return new Interval(share.p() - half, share.p() + half, id());
    }
  },

  /**
   * Where the likelihood with the effective sample size falls too low: {μ : 2 n_eff [p ln(p/μ) +
   * (1−p) ln((1−p)/(1−μ))] ≤ t² n/(n−1)}, both ends solved by halving. The factor n/(n−1) is the
   * dispersion by which R's {@code confint.svyglm} divides its deviance.
   */
  LIKELIHOOD("likelihood") {
    @Override
    Interval of(Share share) {
      double p = share.p();
      double t = Quantiles.t975(share.df());
      if (certain(p) || Double.isNaN(t) || share.n() < 2) {
        return Interval.none(id());
      }
      double dispersion = share.n() / (share.n() - 1.0);
      double most = t * t * dispersion / (2 * effective(share));
      return new Interval(limit(p, 0, most), limit(p, 1, most), id());
    }
  };

  private static final double CERTAIN = 1e-12;
  private static final int HALVINGS = 200;

  private final String id;

  ProportionInterval(String id) {
    this.id = id;
  }

  /** Returns the method of an id. */
  public static ProportionInterval of(String id) {
    for (ProportionInterval interval : values()) {
      if (interval.id.equals(id)) {
        return interval;
      }
    }
    throw new IllegalArgumentException("no interval " + id);
  }

  /** Returns the ids of all methods, the default first. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(ProportionInterval::id).toList();
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

  private static double effective(Share share) {
    double p = share.p();
    return share.variance() > 0 ? p * (1 - p) / share.variance() : share.n();
  }

  private static double adjusted(Share share) {
    double ratio = Quantiles.t975(share.n() - 1) / Quantiles.t975(share.df());
    return effective(share) * ratio * ratio;
  }

  Interval exact(Share share, double size) {
    if (!(size > 0)) {
      return Interval.none(id);
    }
    double x = share.p() * size;
    return new Interval(
        Quantiles.beta(0.025, x, size - x + 1), Quantiles.beta(0.975, x + 1, size - x), id);
  }

  private static double square(double angle) {
    double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
    return sine * sine;
  }

  /** Halves the way from p to an end until the two halves are the same number. */
  private static double limit(double p, double end, double most) {
    double inside = p;
    double outside = end;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      double far =
          p * (Math.log(p) - Math.log(middle)) + (1 - p) * (Math.log1p(-p) - Math.log1p(-middle));
      if (far > most) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return inside;
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
