package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How answers become a result. */
public sealed interface Method
    permits Method.Total, Method.Quotient, Method.Criteria, Method.BuiltIn {

  /** Returns the items it reads, as positions, ascending, without repetition. */
  List<Integer> items();

  /**
   * A sum, or a mean of the answered items.
   *
   * @param mean whether the answered items are averaged
   * @param set the items
   * @param multiply factor on the result, at least 1
   * @param halfUp whether a prorated sum is rounded to a whole number, halves upwards, before it is
   *     compared with anything
   * @param missing most unanswered items that still give a score
   * @param missingEvidence how far that rule is confirmed
   */
  record Total(
      boolean mean,
      ItemSet set,
      long multiply,
      boolean halfUp,
      int missing,
      Evidence missingEvidence)
      implements Method {
    @Override
    public List<Integer> items() {
      return set.indexes();
    }
  }

  /**
   * The mean of some items divided by the mean of others; all must be answered, and a divisor of
   * zero gives no result. Rounded half-up to six decimals; cut-offs are compared before rounding.
   *
   * @param numerator items above the line
   * @param denominator items below the line
   * @param min smallest possible result
   * @param max largest possible result; what lies beyond is implausible and gives no score
   */
  record Quotient(ItemSet numerator, ItemSet denominator, BigDecimal min, BigDecimal max)
      implements Method {
    @Override
    public List<Integer> items() {
      return java.util.stream.Stream.concat(
              numerator.indexes().stream(), denominator.indexes().stream())
          .distinct()
          .sorted()
          .toList();
    }
  }

  /**
   * A rule that is met, not met, or unknown because a missing answer could decide it.
   *
   * @param all every one of these must be met
   */
  record Criteria(List<Criterion> all) implements Method {
    @Override
    public List<Integer> items() {
      return all.stream().flatMap(c -> c.items().stream()).distinct().sorted().toList();
    }
  }

  /**
   * At least so many items are at or above a code.
   *
   * @param atLeast how many
   * @param items positions
   * @param code the code they must reach
   * @param codeOf another code for single items, by position
   */
  record Criterion(int atLeast, List<Integer> items, long code, Map<Integer, Long> codeOf) {}

  /**
   * A score with its own program; only {@code psqi} exists.
   *
   * @param name its name
   * @param items positions
   * @param min smallest score
   * @param max largest score
   */
  record BuiltIn(String name, List<Integer> items, long min, long max) implements Method {}
}
