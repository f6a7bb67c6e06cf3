package org.caretally.estimate;

import java.io.Serializable;
import org.caretally.codebook.Missing;

/**
 * A weighted total the data must supply: the integer that one person adds, times the person's
 * weight. It is 0 when a needed answer is missing, so that missing answers and people outside a
 * domain need no special case anywhere.
 */
public sealed interface Term extends Serializable {

  /** Returns what a person adds before weighting, in cells, or products of cells. */
  long of(long[] row);

  /** Returns the product of this term and another. */
  default Term times(Term other) {
    return new Product(this, other);
  }

  /**
   * 1 when the variable is answered.
   *
   * @param variable position in the row
   */
  record Answered(int variable) implements Term {
    @Override
    public long of(long[] row) {
      return Missing.is(row[variable]) ? 0 : 1;
    }
  }

  /**
   * The value less the variable's pivot, in cells.
   *
   * @param variable position in the row
   * @param pivot subtracted, so that squares stay small
   */
  record Value(int variable, long pivot) implements Term {
    @Override
    public long of(long[] row) {
      return Missing.is(row[variable]) ? 0 : row[variable] - pivot;
    }
  }

  /**
   * 1 when the variable has the level.
   *
   * @param variable position in the row
   * @param level position of the level
   */
  record IsLevel(int variable, int level) implements Term {
    @Override
    public long of(long[] row) {
      return row[variable] == level ? 1 : 0;
    }
  }

  /**
   * The product of two terms.
   *
   * @param left one factor
   * @param right the other
   */
  record Product(Term left, Term right) implements Term {
    @Override
    public long of(long[] row) {
      return left.of(row) * right.of(row);
    }
  }
}
