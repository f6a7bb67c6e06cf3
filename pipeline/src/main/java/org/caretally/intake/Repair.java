package org.caretally.intake;

import org.caretally.codebook.Missing;

/**
 * What the study file lets be done to an answer that a column would refuse, or spells in its own
 * way. A decoder marks such an answer with a tag above every code, so that it is counted once for
 * every row that stays.
 */
public enum Repair {
  /** A text that the mapping table translated. */
  TRANSLATED,
  /** A text that neither levels nor mapping know, put into the level for others. */
  OTHER,
  /** A text that neither levels nor mapping know, treated as no answer. */
  UNMAPPED,
  /** A number outside the declared range, treated as no answer. */
  OUTSIDE,
  /** A number outside the declared range, for which the whole row is set aside. */
  IMPOSSIBLE;

  /** Codes of variables stay below: a number has at most 10⁹ units of at most 10⁴ cells. */
  private static final int BITS = 48;

  private static final long VALUE = (1L << BITS) - 1;
  private static final Repair[] ALL = values();

  /**
   * Returns a code that carries this repair.
   *
   * @param level the position of a level, at least 0
   */
  @SuppressWarnings("EnumOrdinal") // positions inside one run only
  long tag(int level) {
    return (ordinal() + 1L) << BITS | (level + 1L);
  }

  /** Returns the code of an answer that this repair takes away. */
  long tag() {
    return tag(-1);
  }

  /** Returns whether a code carries a repair. */
  public static boolean is(long code) {
    return code > VALUE;
  }

  /** Returns the repair that a code carries. */
  public static Repair of(long code) {
    return ALL[(int) (code >> BITS) - 1];
  }

  /** Returns what the row holds after the repair: a level, or the missing mark. */
  public static long value(long code) {
    long value = code & VALUE;
    return value == 0 ? Missing.MARK : value - 1;
  }
}
