package org.caretally.estimate;

import java.io.Serializable;
import org.caretally.codebook.Missing;

/** Numbers the combinations of a {@link Crosstab}; plain arrays, since every person asks. */
final class CrosstabKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] answered;
  private final int[] positions;
  private final long[] lowest;
  private final long[] sizes;

  CrosstabKey(Crosstab table) {
    answered = table.answered().stream().mapToInt(Integer::intValue).toArray();
    positions = table.axes().stream().mapToInt(Crosstab.Axis::position).toArray();
    lowest = table.axes().stream().mapToLong(Crosstab.Axis::min).toArray();
    sizes = table.axes().stream().mapToLong(Crosstab.Axis::size).toArray();
  }

  /** Returns the number of a person's combination, or {@link Missing#MARK} for none. */
  long of(long[] row) {
    for (int position : answered) {
      if (Missing.is(row[position])) {
        return Missing.MARK;
      }
    }
    long key = 0;
    for (int i = 0; i < positions.length; i++) {
      long cell = row[positions[i]];
      if (Missing.is(cell)) {
        return Missing.MARK;
      }
      key = key * sizes[i] + (cell - lowest[i]);
    }
    return key;
  }
}
