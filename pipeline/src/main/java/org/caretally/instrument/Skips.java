package org.caretally.instrument;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Missing;

/** Applies the skip rules of an instrument. Immutable. */
final class Skips implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[][] when;
  private final long[] sum;
  private final int[][] fill;
  private final long[] value;
  private final boolean[] override;

  Skips(List<SkipRule> rules, int[] columnOf) {
    int n = rules.size();
    when = new int[n][];
    sum = new long[n];
    fill = new int[n][];
    value = new long[n];
    override = new boolean[n];
    for (int r = 0; r < n; r++) {
      SkipRule rule = rules.get(r);
      when[r] = rule.when().stream().mapToInt(i -> columnOf[i]).toArray();
      sum[r] = rule.sum();
      fill[r] = rule.fill().stream().mapToInt(i -> columnOf[i]).toArray();
      value[r] = rule.value();
      override[r] = rule.override();
    }
  }

  /**
   * Returns the codes with the rules applied in order: the same array when nothing changes, else a
   * copy. A copy is made only for a respondent who skipped questions.
   */
  long[] fill(long[] codes) {
    long[] filled = codes;
    for (int r = 0; r < sum.length; r++) {
      if (!applies(r, filled)) {
        continue;
      }
      for (int column : fill[r]) {
        if (filled[column] != value[r] && (override[r] || filled[column] == Missing.MARK)) {
          if (filled == codes) {
            filled = codes.clone();
          }
          filled[column] = value[r];
        }
      }
    }
    return filled;
  }

  /** Returns whether an answer contradicts a rule that applies. */
  boolean contradicted(long[] codes) {
    for (int r = 0; r < sum.length; r++) {
      if (!override[r] && applies(r, codes)) {
        for (int column : fill[r]) {
          if (codes[column] != Missing.MARK && codes[column] != value[r]) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean applies(int rule, long[] codes) {
    long total = 0;
    for (int column : when[rule]) {
      if (codes[column] == Missing.MARK) {
        return false;
      }
      total += codes[column];
    }
    return total == sum[rule];
  }
}
