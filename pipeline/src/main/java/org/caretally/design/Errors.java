package org.caretally.design;

/** How standard errors are made. */
public enum Errors {
  /** By the gradient of each number, as is usual. */
  LINEARISED,
  /** By computing each smooth number again without each PSU. */
  JACKKNIFE
}
