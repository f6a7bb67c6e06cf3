package org.caretally.instrument;

import java.util.List;
import java.util.Set;

/**
 * Items that are added up.
 *
 * @param indexes positions in the instrument's list of items, zero-based, ascending
 * @param reversed those of the positions whose answer counts as {@code min + max - code} of the
 *     item's own responses
 */
public record ItemSet(List<Integer> indexes, Set<Integer> reversed) {

  /** Copies the parts. */
  public ItemSet {
    indexes = List.copyOf(indexes);
    reversed = Set.copyOf(reversed);
  }
}
