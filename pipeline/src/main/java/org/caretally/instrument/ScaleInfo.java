package org.caretally.instrument;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Direction;

/**
 * What a report needs to say about a scale.
 *
 * @param id {@code instrument.scale}, the id of its main variable
 * @param label words for readers
 * @param direction what a higher score means
 * @param constructs constructs of its instrument
 * @param items its columns, zero-based
 * @param reversed those of its columns that are reversed
 * @param rule whether it is a rule, which gives a case only
 * @param defaultCutoff id of the case variable of the headline figure, such as {@code
 *     phq9.total:screen_positive}; for a rule the rule itself; empty when there is none
 * @param cutoffs cut-offs that are computed
 * @param bands bands that are computed, from the lowest score
 * @param bandsEvidence how far the bands are confirmed, in words; empty without bands
 * @param groupBands bands for averages of groups of at least ten people, never for a person
 * @param missingRule how unanswered items are treated, in words
 * @param range range of the score in words, such as {@code 0 to 27}
 * @param evidence how far the key is confirmed, in words
 * @param note remarks; may be empty
 */
public record ScaleInfo(
    String id,
    String label,
    Direction direction,
    List<String> constructs,
    List<Integer> items,
    List<Integer> reversed,
    boolean rule,
    String defaultCutoff,
    List<CutoffInfo> cutoffs,
    List<BandInfo> bands,
    String bandsEvidence,
    List<BandInfo> groupBands,
    String missingRule,
    String range,
    String evidence,
    String note)
    implements Serializable {

  /**
   * A cut-off.
   *
   * @param id id of its case variable, such as {@code phq9.total:screen_positive}
   * @param label in words, such as {@code at or above 10}
   * @param source where it comes from; may be empty
   * @param note remarks; may be empty
   * @param evidence how far it is confirmed, in words
   * @param bySex whether it differs by sex
   */
  public record CutoffInfo(
      String id, String label, String source, String note, String evidence, boolean bySex)
      implements Serializable {}

  /**
   * A band.
   *
   * @param id its name
   * @param label for readers
   * @param from where it starts, in words, such as {@code from 10} or {@code above 8}
   */
  public record BandInfo(String id, String label, String from) implements Serializable {}
}
