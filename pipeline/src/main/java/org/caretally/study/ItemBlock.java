package org.caretally.study;

import java.io.Serializable;
import java.util.Arrays;
import org.caretally.codebook.Missing;

/**
 * Writes the items of a scale into the row of a person who answered all of them: each turned to
 * point the way of the scale and less the middle of its range, then their sum and their sum of
 * squares. The cells of others stay missing.
 */
public final class ItemBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] columns;
  private final int[] factor;
  private final long[] shift;
  private final int offset;

  /**
   * Creates a block.
   *
   * @param columns columns of the items in the instrument
   * @param factor 1, or -1 for a reversed item
   * @param shift what is added then
   * @param offset position in the row of the first item
   */
  ItemBlock(int[] columns, int[] factor, long[] shift, int offset) {
    this.columns = columns.clone();
    this.factor = factor.clone();
    this.shift = shift.clone();
    this.offset = offset;
  }

  /**
   * Writes a person's items.
   *
   * @param answers the person's codes, after the rules on skipped questions
   * @param row where they are written; its cells are missing before
   */
  public void write(long[] answers, long[] row) {
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < columns.length; i++) {
      long code = answers[columns[i]];
      if (Missing.is(code)) {
        Arrays.fill(row, offset, offset + i, Missing.MARK);
        return;
      }
      long cell = factor[i] * code + shift[i];
      row[offset + i] = cell;
      sum += cell;
      squares += cell * cell;
    }
    row[offset + columns.length] = sum;
    row[offset + columns.length + 1] = squares;
  }
}
