package org.caretally.instrument;

import java.util.List;
import org.caretally.codebook.Direction;

/**
 * One result of an instrument.
 *
 * @param id its name, unique in the instrument
 * @param label words for readers
 * @param direction what a higher score means
 * @param method how it is computed
 * @param range the range in words, such as {@code 0 to 27}; empty for rules
 * @param bands bands of the score, ascending; may be empty
 * @param bandsEnabled false while a person has yet to check their source
 * @param bandsEvidence how far the bands are confirmed
 * @param bandsNote about the bands; may be empty
 * @param cutoffs cut-offs in the order of the definition
 * @param groupBands bands for averages of groups, never for a person; may be empty
 * @param groupEvidence how far those are confirmed
 * @param evidence how far the key is confirmed
 * @param note in words; may be empty
 */
public record Scale(
    String id,
    String label,
    Direction direction,
    Method method,
    String range,
    List<Band> bands,
    boolean bandsEnabled,
    Evidence bandsEvidence,
    String bandsNote,
    List<Cutoff> cutoffs,
    List<Band> groupBands,
    Evidence groupEvidence,
    Evidence evidence,
    String note) {

  /** Copies the lists. */
  public Scale {
    bands = List.copyOf(bands);
    cutoffs = List.copyOf(cutoffs);
    groupBands = List.copyOf(groupBands);
  }

  /** Returns what a higher score means, in words. */
  public String higherIs() {
    return switch (direction) {
      case WORSE -> "worse";
      case BETTER -> "better";
      case NEUTRAL -> "neither better nor worse";
    };
  }
}
