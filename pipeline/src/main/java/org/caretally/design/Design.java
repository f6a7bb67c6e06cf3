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
 */
public record Design(
    boolean weighted, boolean stratified, boolean clustered, boolean finite, LonelyPsu lonely)
    implements Serializable {}
