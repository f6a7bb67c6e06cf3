package org.caretally.design;

import java.io.Serializable;

/**
 * How people were sampled, as far as the estimators must know.
 *
 * @param weighted whether people have weights
 * @param stratified whether there are strata
 * @param clustered whether PSUs are groups; otherwise every person is a PSU
 * @param finite whether the population of PSUs is finite and known
 * @param lonely rule for strata with a single PSU
 * @param errors how standard errors are made
 */
public record Design(
    boolean weighted,
    boolean stratified,
    boolean clustered,
    boolean finite,
    LonelyPsu lonely,
    Errors errors)
    implements Serializable {

  /** Creates a design with linearised errors. */
  public Design(
      boolean weighted, boolean stratified, boolean clustered, boolean finite, LonelyPsu lonely) {
    this(weighted, stratified, clustered, finite, lonely, Errors.linearised());
  }
}
