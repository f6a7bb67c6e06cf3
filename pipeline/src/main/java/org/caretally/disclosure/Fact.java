package org.caretally.disclosure;

import java.util.Map;
import org.caretally.estimate.Estimate;

/**
 * One number that wants to be published, with the words that go with it. Not publishable itself.
 *
 * @param table table it belongs to
 * @param words texts by column; columns not named are empty
 * @param estimate the number
 * @param adjustedP p-value adjusted for its family; NaN where there is none
 * @param counts further numbers of people that stand beside it, by column
 * @param care how careful the gate must be
 */
public record Fact(
    TableKind table,
    Map<String, String> words,
    Estimate estimate,
    double adjustedP,
    Map<String, Long> counts,
    Care care) {
  /**
   * A count that is not printed: people whom the base of a number leaves out of a printed base. Few
   * of them hide the number's base.
   */
  public static final String LEFT_OUT = "left_out";

  /** Copies the words and counts. */
  public Fact {
    words = Map.copyOf(words);
    counts = Map.copyOf(counts);
  }
}
