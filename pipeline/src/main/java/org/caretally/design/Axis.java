package org.caretally.design;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.caretally.codebook.Level;
import org.caretally.codebook.Missing;

/**
 * One way of dividing people: by the levels of a variable, or by bands of a number.
 *
 * @param variable position of the variable in the row
 * @param levels the levels, in order
 * @param cuts lower bounds of the bands, in cells, ascending; empty when the variable has levels
 */
public record Axis(int variable, List<Level> levels, long[] cuts) implements Serializable {

  /** Copies the parts. */
  public Axis {
    levels = List.copyOf(levels);
    cuts = cuts.clone();
  }

  /** Returns the lower bounds. */
  @Override
  public long[] cuts() {
    return cuts.clone();
  }

  /** Returns the level a row belongs to, or -1. */
  public int levelOf(long[] row) {
    long cell = row[variable];
    if (Missing.is(cell)) {
      return -1;
    }
    if (cuts.length == 0) {
      return (int) cell;
    }
    int band = -1;
    while (band + 1 < cuts.length && cell >= cuts[band + 1]) {
      band++;
    }
    return band;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Axis a
        && variable == a.variable
        && levels.equals(a.levels)
        && Arrays.equals(cuts, a.cuts);
  }

  @Override
  public int hashCode() {
    return 31 * variable + levels.hashCode();
  }
}
