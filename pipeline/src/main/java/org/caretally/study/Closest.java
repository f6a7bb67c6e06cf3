package org.caretally.study;

import java.util.Collection;
import java.util.List;
import org.caretally.problem.Nearest;

/**
 * Looks for close names until a fixed amount of work is done: a file made of thousands of wrong
 * names is told about each of them, and only the first ones get a suggestion.
 */
final class Closest {
  /** Longer texts get no suggestion. */
  private static final int LONGEST = 160;

  /** Work left, in pairs of letters compared; it lasts for about a second. */
  private long left = 100_000_000L;

  /**
   * Close names of one that is not known.
   *
   * @param phrase up to three of them, quoted; empty when nothing is close
   * @param best the closest, or none
   */
  record Found(String phrase, List<String> best) {}

  Found to(String wanted, Collection<String> names) {
    int limit = Math.max(2, wanted.length() / 3);
    List<String> comparable =
        names.stream().filter(n -> Math.abs(n.length() - wanted.length()) <= limit).toList();
    // Both searches together compare each pair of letters twice.
    long work = 2L * wanted.length() * comparable.stream().mapToLong(String::length).sum();
    if (wanted.length() > LONGEST || work > left) {
      return new Found("", equalButForCase(wanted, comparable));
    }
    left -= work;
    return new Found(Nearest.to(wanted, comparable), Nearest.one(wanted, comparable));
  }

  private static List<String> equalButForCase(String wanted, List<String> names) {
    return names.stream().filter(wanted::equalsIgnoreCase).limit(1).toList();
  }
}
