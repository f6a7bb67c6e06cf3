package org.caretally.estimate;

/**
 * Design effect against simple random sampling without replacement: Var/(s²/n · (N − n)/N), with N
 * = Σ w, where weights scale to the population. It is the effect with replacement times N/(N − n).
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
}
