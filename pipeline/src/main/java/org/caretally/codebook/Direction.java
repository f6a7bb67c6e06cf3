package org.caretally.codebook;

/** What a higher value of a variable means for the person. */
public enum Direction {
  WORSE,
  BETTER,
  NEUTRAL
}
