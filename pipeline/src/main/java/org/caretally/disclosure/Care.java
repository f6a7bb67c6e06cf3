package org.caretally.disclosure;

import java.io.Serializable;

/**
 * How careful the gate must be with a subject, beyond the profile.
 *
 * @param sensitive whether the strict rule on cases always applies, as for substance use and
 *     self-harm
 * @param smallestBase fewest people for whom a number may be shown; 0 for the profile's rule
 */
public record Care(boolean sensitive, int smallestBase) implements Serializable {
  /** Thoughts of self-harm: the strict rule, and at least 20 people. */
  public static final Care SAFETY = new Care(true, 20);

  /** The profile's rules, no more. */
  public static final Care USUAL = new Care(false, 0);
}
