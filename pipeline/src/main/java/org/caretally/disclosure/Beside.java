package org.caretally.disclosure;

import java.util.Map;

/**
 * A result that others published, to stand beside one of this survey.
 *
 * @param words where it comes from and what it is, by column
 * @param statistic {@code prevalence} or {@code mean}
 * @param measure the measure it can be compared with; empty when there is none
 * @param value the result, as published
 * @param low lower end of its 95 % interval; NaN when not known
 * @param high upper end
 */
public record Beside(
    Map<String, String> words,
    String statistic,
    String measure,
    double value,
    double low,
    double high) {
  /** Copies the words. */
  public Beside {
    words = Map.copyOf(words);
  }
}
