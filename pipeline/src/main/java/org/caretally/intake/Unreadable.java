package org.caretally.intake;

/**
 * Marks for a text that a column does not accept. They lie at the lower end of {@code long}, beside
 * the missing mark, where no code can be. The instruments' decoders use the same marks.
 */
public final class Unreadable {
  /** A label that the column does not have. */
  public static final long UNKNOWN_LABEL = Long.MIN_VALUE + 1;

  /** A number outside the column's range or code set. */
  public static final long OUT_OF_RANGE = Long.MIN_VALUE + 2;

  /** No number where one is expected. */
  public static final long NOT_A_NUMBER = Long.MIN_VALUE + 3;

  /** More decimals than the column's grid holds. */
  public static final long TOO_MANY_DECIMALS = Long.MIN_VALUE + 4;

  /** No date or time in the declared pattern. */
  public static final long NOT_A_DATE = Long.MIN_VALUE + 5;

  private Unreadable() {}

  /** Returns whether a code is one of the marks; the missing mark is none. */
  public static boolean is(long code) {
    return code > Long.MIN_VALUE && code <= NOT_A_DATE;
  }
}
