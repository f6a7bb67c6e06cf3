package org.caretally.disclosure;

import java.util.Map;

/**
 * A response rate; it is printed in whole percents, so that it tells no number of people.
 *
 * @param words wave, name and what it counts, by column
 * @param value the rate; NaN when it cannot be known
 */
public record Rate(Map<String, String> words, double value) {
  /** Copies the words. */
  public Rate {
    words = Map.copyOf(words);
  }
}
