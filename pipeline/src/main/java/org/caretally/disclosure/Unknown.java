package org.caretally.disclosure;

/**
 * One count in a {@link Puzzle}, as the attacker sees it.
 *
 * @param name what it counts; orders counts that are alike otherwise
 * @param value its true value
 * @param low smallest value it can have by what is published of it, when it is published
 * @param high largest such value
 * @param most largest value it can have when it is not published
 * @param rule largest distance from nothing that the rule which hides it gives away, so that it
 *     lies between 0 and this; -1 for a count that no rule hides
 * @param cost people whose numbers would be lost by hiding it; -1 when it cannot be hidden, because
 *     it is never published
 */
record Unknown(
    String name, double value, double low, double high, double most, double rule, long cost) {

  /** Fewest values between which a count must stay undecided when a rule hides it. */
  static final int PRIMARY_WIDTH = 5;

  /** The same for a count that is hidden for the sake of another. */
  static final int FURTHER_WIDTH = 10;

  /** The cost of a published count that cannot be hidden. */
  static final long NEVER = Long.MAX_VALUE;

  boolean primary() {
    return rule >= 0;
  }

  /** Returns whether the count is never published by itself, such as people in no group. */
  boolean remainder() {
    return cost < 0;
  }

  /** Returns the width of the attacker's interval that protects this count. */
  double needed() {
    return primary() ? Math.min(PRIMARY_WIDTH, rule) : Math.min(FURTHER_WIDTH, most);
  }
}
