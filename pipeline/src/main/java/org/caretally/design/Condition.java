package org.caretally.design;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * A condition on one cell of a coded row. A missing answer meets none.
 *
 * @param variable position of the variable in the row
 * @param min smallest cell that meets it
 * @param max largest cell that meets it
 * @param levels allowed levels; empty for any
 */
public record Condition(int variable, long min, long max, List<Integer> levels)
    implements Serializable {

  /** Copies the levels. */
  public Condition {
    levels = List.copyOf(levels);
  }

  /** Returns whether the row meets the condition. */
  public boolean holds(long[] row) {
    long cell = row[variable];
    if (Missing.is(cell) || cell < min || cell > max) {
      return false;
    }
    return levels.isEmpty() || levels.contains((int) cell);
  }

  /** Returns whether the row meets every condition. */
  public static boolean all(List<Condition> conditions, long[] row) {
    for (Condition condition : conditions) {
      if (!condition.holds(row)) {
        return false;
      }
    }
    return true;
  }
}
