package org.caretally.estimate;

/**
 * Design effects. Against simple random sampling without replacement: Var/(s²/n · (N − n)/N), with
 * N = Σ w, where weights scale to the population; it is the effect with replacement times N/(N −
 * n). Kish's effect of unequal weights alone: n Σ w²/(Σ w)² = 1 + cv²(w), over all people of a
 * domain.
 *
 * <p>Kish, L. (1965). Survey Sampling.
 */
public final class DesignEffect {
  private DesignEffect() {}

  /**
   * Returns the effect as an estimate without an error.
   *
   * @param of a mean or a share
   * @param sums the sums it was made from
   */
  public static Estimate withoutReplacement(Estimate of, DomainSums sums) {
    double population = of.n() == 0 ? 0 : sums.totals()[0];
    double none = Double.NaN;
    double value = of.designEffect() * population / (population - of.n());
    boolean exists = population > of.n() && Double.isFinite(value);
    Reliability grade =
        exists
            ? of.reliability()
            : new Reliability(
                Reliability.Grade.SUPPRESS, "the weights do not add up to more people");
    return new Estimate(
        "deff_wor",
        exists ? value : none,
        none,
        Interval.none(""),
        of.df(),
        of.n(),
        of.cases(),
        none,
        none,
        none,
        grade);
  }

  /** Returns Kish's effect of unequal weights among everybody. */
  public static Estimate ofWeights(Sampling sampling) {
    CellSums everybody = sampling.everybody();
    double none = Double.NaN;
    long n = everybody.people();
    return new Estimate(
        "deff_kish",
        n == 0 ? none : everybody.unequal(),
        none,
        Interval.none(""),
        0,
        n,
        -1,
        none,
        none,
        none,
        Reliability.FINE);
  }
}
