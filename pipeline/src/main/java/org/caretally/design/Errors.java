package org.caretally.design;

import java.io.Serializable;
import java.util.List;

/** How standard errors are made. */
public sealed interface Errors extends Serializable {
  /** By the gradient of each number, as is usual. */
  static Errors linearised() {
    return new Linearised();
  }

  /** By computing each smooth number again without each PSU. */
  static Errors jackknife() {
    return new Jackknife();
  }

  /** Returns whether only smooth functions of totals have standard errors. */
  default boolean smoothOnly() {
    return false;
  }

  /** By gradients. */
  record Linearised() implements Errors {}

  /** By leaving out PSUs. */
  record Jackknife() implements Errors {}

  /**
   * By computing each smooth number again with replicate weights that come with the data.
   *
   * @param type how the weights were made, as the study names it
   * @param scale factor of the whole sum of squares, positive
   * @param factors factor of each replicate, 0 or more; as many as there are replicates
   * @param aroundEstimate whether distances are from the estimate and not from the replicates' mean
   * @param df degrees of freedom, at least 1
   */
  record Replicates(
      String type, double scale, List<Double> factors, boolean aroundEstimate, long df)
      implements Errors {
    /** Copies the factors. */
    public Replicates {
      factors = List.copyOf(factors);
    }

    @Override
    public boolean smoothOnly() {
      return true;
    }
  }

  /** Returns how many replicate weights each person has. */
  default int replicates() {
    return this instanceof Replicates r ? r.factors().size() : 0;
  }
}
