package org.caretally.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a study changes about an instrument. Everything that changes a rule of the instrument is
 * named by {@link Scoring#overrides()}.
 *
 * @param values {@code labels}, {@code codes} or {@code auto}
 * @param codesFrom the code in the data that stands for the lowest answer of an item, if it is
 *     another than the instrument's
 * @param variant id of a variant, if any
 * @param maxMissing most unanswered items that still give a score, if changed
 * @param rounding false keeps prorated sums unrounded
 * @param cutoffs {@code scale:cutoff} to a new threshold as decimal text
 * @param extraLabels further labels: item to (label to code of the instrument)
 * @param scales the scales to compute; empty for all
 */
public record ScoringOptions(
    String values,
    OptionalInt codesFrom,
    Optional<String> variant,
    OptionalInt maxMissing,
    boolean rounding,
    Map<String, String> cutoffs,
    Map<String, Map<String, String>> extraLabels,
    List<String> scales) {

  /** Returns the instrument's own rules, with labels and codes both accepted. */
  public static ScoringOptions standard() {
    return new ScoringOptions(
        "auto",
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        true,
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Returns these options with a variant. */
  public ScoringOptions withVariant(String id) {
    return new ScoringOptions(
        values, codesFrom, Optional.of(id), maxMissing, rounding, cutoffs, extraLabels, scales);
  }

  /** Returns these options with another way to read answers. */
  public ScoringOptions withValues(String newValues) {
    return new ScoringOptions(
        newValues, codesFrom, variant, maxMissing, rounding, cutoffs, extraLabels, scales);
  }

  /** Returns these options without rounding of prorated sums. */
  public ScoringOptions unrounded() {
    return new ScoringOptions(
        values, codesFrom, variant, maxMissing, false, cutoffs, extraLabels, scales);
  }

  /** Returns these options with codes that begin at another number. */
  public ScoringOptions withCodesFrom(OptionalInt from) {
    return new ScoringOptions(
        values, from, variant, maxMissing, rounding, cutoffs, extraLabels, scales);
  }
}
