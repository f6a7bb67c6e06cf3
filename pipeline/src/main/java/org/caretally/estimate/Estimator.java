package org.caretally.estimate;

import java.io.Serializable;
import java.util.List;

/** What a number needs, and how it is made from it. One class for each kind of number. */
public interface Estimator extends Serializable {

  /**
   * Returns a name that is unique for the kind and its variables: estimators with one id need the
   * same sums.
   */
  String id();

  /** Returns the terms whose design covariance is needed. */
  List<Term> terms();

  /** Returns terms of which only the weighted total is needed. */
  default List<Term> totals() {
    return List.of();
  }

  /** Returns terms of which the unweighted total is needed, such as the number of cases. */
  default List<Term> tallies() {
    return List.of();
  }

  /** Returns tables of combined answers that are needed. */
  default List<Crosstab> tables() {
    return List.of();
  }

  /**
   * Makes the number. Numbers that do not exist (nobody answered, no variance) are NaN, never an
   * exception.
   */
  Estimate estimate(DomainSums sums);
}
