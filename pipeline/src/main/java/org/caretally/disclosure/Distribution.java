package org.caretally.disclosure;

import java.util.List;
import java.util.Map;

/**
 * How often each answer to a question was given, in people, that wants to be published.
 *
 * @param words texts by column of the table
 * @param codes possible answers, ascending; empty when answers are not chosen from a list
 * @param counts people for each of them
 * @param answered people who answered
 * @param blank people who were asked and did not answer
 * @param notAsked people who were not asked
 * @param care how careful the gate must be
 */
public record Distribution(
    Map<String, String> words,
    List<Long> codes,
    List<Long> counts,
    long answered,
    long blank,
    long notAsked,
    Care care) {
  /** Columns of words, before those of answers. */
  static final List<String> WORDS = List.of("wave", "instrument", "item", "column");

  /** Copies the collections. */
  public Distribution {
    words = Map.copyOf(words);
    codes = List.copyOf(codes);
    counts = List.copyOf(counts);
  }
}
