package org.caretally.instrument;

import java.io.Serializable;

/** Computes one scale for one respondent; immutable, allocates nothing. */
interface Kernel extends Serializable {

  /** Returns how many cells it writes. */
  int width();

  /**
   * Scores one respondent.
   *
   * @param codes one code per column, skips filled
   * @param sex the person's sex
   * @param out where to write
   * @param at first cell to write
   * @return flags of {@link Scoring}
   */
  int score(long[] codes, Sex sex, long[] out, int at);
}
