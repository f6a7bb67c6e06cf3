package org.caretally.study;

import java.io.Serializable;
import java.util.List;
import org.caretally.instrument.Scoring;

/**
 * An instrument in this study.
 *
 * @param instrument its id
 * @param scoring how its answers become scores
 * @param slots slots of its items, in item order
 * @param offset position in the row of the first variable it writes
 * @param statuses positions in the row of its scales' status variables
 * @param blocks items that are written into the row beside the scores
 * @param safety items of which only one line for the whole survey is reported
 */
public record Scored(
    String instrument,
    Scoring scoring,
    List<Integer> slots,
    int offset,
    List<Integer> statuses,
    List<ItemBlock> blocks,
    List<Safety> safety)
    implements Serializable {

  /**
   * A safety item.
   *
   * @param column its column in the instrument, zero-based
   * @param position where the row says whether a person endorsed it
   * @param atLeast smallest code that endorses it
   */
  public record Safety(int column, int position, long atLeast) implements Serializable {}
}
