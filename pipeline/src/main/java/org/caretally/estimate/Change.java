package org.caretally.estimate;

import java.util.List;

/**
 * How a mean or share changes over waves.
 *
 * <p>Estimand Σ_w c_w θ_w with one result θ_w for each wave, each wave counted alike whatever its
 * size. The change from one wave to the next has c = (−1, 1). Over all waves at times x_w (their
 * years, or 0, 1, 2, … where labels are no years) the contrasts are orthogonal: linear c_w = l_w/Σ
 * l², l_w = x_w − x̄, the mean change in a year; quadratic c_w = q_w/Σ q², q_w = l_w² − a − b·l_w
 * with a, b such that q is orthogonal to 1 and l: by how much the line bends, positive when it
 * turns upwards. Variance: that of {@link Waves}. Test: t on the degrees of freedom of the waves
 * together. It is another question than a regression of people's answers on the year, which weighs
 * years by their size.
 *
 * <p>Binder, D. A. (1983). International Statistical Review 51, 279–292. doi:10.2307/1402588
 */
public final class Change {
  private static final long FEWEST = 30;

  private Change() {}

  /** What is asked. */
  public enum Question {
    /** From the one wave to the other. */
    STEP("change"),
    /** The mean change in a year. */
    LINEAR("linear_trend"),
    /** How the line bends. */
    QUADRATIC("quadratic_trend");

    private final String id;

    Question(String id) {
      this.id = id;
    }

    /** Returns its contrast over waves at these times, which are different and ascend. */
    double[] contrast(double[] times) {
      if (this == STEP) {
        return new double[] {-1, 1};
      }
      double[] linear = centred(times);
      return this == LINEAR ? scaled(linear) : scaled(quadratic(linear));
    }
  }

  private static double[] centred(double[] times) {
    double mean = 0;
    for (double time : times) {
      mean += time / times.length;
    }
    double[] centred = new double[times.length];
    for (int w = 0; w < times.length; w++) {
      centred[w] = times[w] - mean;
    }
    return centred;
  }

  private static double[] quadratic(double[] linear) {
    double squares = 0;
    double cubes = 0;
    for (double l : linear) {
      squares += l * l;
      cubes += l * l * l;
    }
    double[] quadratic = new double[linear.length];
    for (int w = 0; w < linear.length; w++) {
      double l = linear[w];
      quadratic[w] = l * l - squares / linear.length - cubes / squares * l;
    }
    return quadratic;
  }

  private static double[] scaled(double[] contrast) {
    double squares = 0;
    for (double c : contrast) {
      squares += c * c;
    }
    double[] scaled = new double[contrast.length];
    for (int w = 0; w < contrast.length; w++) {
      scaled[w] = contrast[w] / squares;
    }
    return scaled;
  }

  /**
   * Estimates a change.
   *
   * @param measure a {@link Mean} or a {@link Proportion}
   * @param question two waves for a step, two or more for a line, three or more for a bend
   * @param times when the waves were
   */
  public static Estimate of(
      Estimator measure, Cell cell, Question question, Waves waves, double[] times) {
    SmoothEstimator smooth = (SmoothEstimator) measure;
    List<DomainSums> domains = waves.of(cell, measure);
    double[] contrast = question.contrast(times);
    long n = Long.MAX_VALUE;
    long fewest = measure instanceof Proportion ? Long.MAX_VALUE : -1;
    double change = 0;
    for (int w = 0; w < contrast.length; w++) {
      DomainSums domain = domains.get(w);
      long people = Difference.people(measure, List.of(domain));
      n = Math.min(n, people);
      if (measure instanceof Proportion share) {
        long cases = share.cases(domain);
        fewest = Math.min(fewest, Math.min(cases, people - cases));
      }
      change += contrast[w] * smooth.at(domain.totals()).value();
    }
    String kind = measure instanceof Proportion ? "prevalence_" : "mean_";
    long df = waves.df(domains);
    if (n == 0) {
      return nothing(kind + question.id, df, fewest);
    }
    double se = Math.sqrt(waves.variance(smooth, domains, contrast));
    double half = Quantiles.t975(df) * se;
    double none = Double.NaN;
    return new Estimate(
        kind + question.id,
        change,
        se,
        new Interval(change - half, change + half, "t"),
        df,
        n,
        fewest,
        none,
        none,
        Quantiles.twoSided(change / se, df),
        grade(n, df));
  }

  private static Reliability grade(long n, long df) {
    return n < FEWEST
        ? new Reliability(Reliability.Grade.SUPPRESS, "fewer than 30 answers in a wave")
        : NchsStandard.reviewOf(df);
  }

  private static Estimate nothing(String statistic, long df, long fewest) {
    double none = Double.NaN;
    Reliability reliability = new Reliability(Reliability.Grade.SUPPRESS, "a wave has no answers");
    return new Estimate(
        statistic, none, none, Interval.none("t"), df, 0, fewest, none, none, none, reliability);
  }
}
