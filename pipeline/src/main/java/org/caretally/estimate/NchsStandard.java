package org.caretally.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The presentation standard for proportions of the US National Center for Health Statistics, in the
 * order of its own program: suppress when the smaller of n and effective n is below 30, when the
 * Korn-Graubard interval is 30 points wide or wider, or when it is wider than 5 points and than 130
 * % of the estimate; otherwise review at 0, at 1 and below 8 degrees of freedom; otherwise present.
 * Widths are rounded to a tenth of a percent before they are tested.
 *
 * <p>Parker, J. D. et al. (2017). National Center for Health Statistics data presentation standards
 * for proportions. Vital and Health Statistics 2(175).
 */
final class NchsStandard {
  private static final long FEWEST = 30;
  private static final double WIDEST = 30;
  private static final double NARROW = 5;
  private static final double RELATIVE = 130;
  private static final long FEW_DF = 8;

  private NchsStandard() {}

  static Reliability of(Share share) {
    double p = share.p();
    boolean certain = ProportionInterval.certain(p);
    double effective =
        certain || share.variance() <= 0 ? share.n() : p * (1 - p) / share.variance();
    if (effective < FEWEST || share.n() < FEWEST) {
      return suppress("effective sample below 30");
    }
    Interval interval = ProportionInterval.KORN_GRAUBARD.of(share);
    if (Double.isNaN(interval.low())) {
      return suppress("no degrees of freedom");
    }
    double width = tenth(100 * (interval.high() - interval.low()));
    if (width >= WIDEST) {
      return suppress("interval 30 points or wider");
    }
    if (width > NARROW && tenth(100 * (interval.high() - interval.low()) / p) > RELATIVE) {
      return suppress("interval wider than 130 % of the estimate");
    }
    if (certain) {
      return new Reliability(Reliability.Grade.REVIEW, "review: 0 or 100 %");
    }
    return reviewed(share, interval, width);
  }

  private static Reliability reviewed(Share share, Interval interval, double width) {
    Reliability review = reviewOf(share.df());
    if (review.grade() == Reliability.Grade.REVIEW) {
      return review;
    }
    double relative = tenth(100 * (interval.high() - interval.low()) / (1 - share.p()));
    return width > NARROW && relative > RELATIVE
        ? new Reliability(Reliability.Grade.PRESENT, "complement may be unreliable")
        : Reliability.FINE;
  }

  /** The review that any statistic on few degrees of freedom needs. */
  static Reliability reviewOf(long df) {
    return df < FEW_DF
        ? new Reliability(Reliability.Grade.REVIEW, "review: fewer than 8 degrees of freedom")
        : Reliability.FINE;
  }

  private static Reliability suppress(String reason) {
    return new Reliability(Reliability.Grade.SUPPRESS, reason);
  }

  private static double tenth(double percent) {
    return Double.isFinite(percent)
        ? BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP).doubleValue()
        : Double.POSITIVE_INFINITY;
  }
}
