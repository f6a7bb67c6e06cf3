package org.caretally.estimate;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * The classes into which weighting to headcounts divides people: one for each combination of levels
 * of its variables. No answer counts as a level of its own, the last one.
 *
 * @param margins the variables
 * @param crossed whether headcounts are known for every combination (post-stratification) and not
 *     for each variable alone (raking)
 */
public record Classes(List<Margin> margins, boolean crossed) implements Serializable {

  /**
   * One variable.
   *
   * @param variable position in the row
   * @param levels number of levels; position {@code levels} stands for no answer
   */
  public record Margin(int variable, int levels) implements Serializable {}

  /** Copies the margins. */
  public Classes {
    margins = List.copyOf(margins);
  }

  /** Returns the class of a person. */
  public int of(long[] row) {
    int at = 0;
    for (Margin margin : margins) {
      long cell = row[margin.variable];
      at = at * (margin.levels + 1) + (Missing.is(cell) ? margin.levels : (int) cell);
    }
    return at;
  }

  /** Returns the number of classes, whether or not anybody is in them. */
  public int size() {
    int size = 1;
    for (Margin margin : margins) {
      size *= margin.levels + 1;
    }
    return size;
  }

  /** Returns the level of a class in one of the margins. */
  public int level(int of, int margin) {
    int rest = of;
    for (int i = margins.size() - 1; i > margin; i--) {
      rest /= margins.get(i).levels + 1;
    }
    return rest % (margins.get(margin).levels + 1);
  }

  /** Returns the number of headcounts: levels of all margins, or classes. */
  int targets() {
    return crossed ? size() : margins.stream().mapToInt(m -> m.levels + 1).sum();
  }

  /** Returns the headcounts a class adds to. */
  public int[] targetsOf(int of) {
    if (crossed) {
      return new int[] {of};
    }
    int[] at = new int[margins.size()];
    int before = 0;
    for (int i = 0; i < at.length; i++) {
      at[i] = before + level(of, i);
      before += margins.get(i).levels + 1;
    }
    return at;
  }
}
