package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A published instrument: keys, answer labels, cut-offs and their sources; no item wording.
 *
 * @param id its name, unique in the library
 * @param version printed in every report; a changed key is a new version
 * @param title full name
 * @param name short name, such as {@code PHQ-9}
 * @param constructs what it is about, such as {@code depression}
 * @param citation source
 * @param licence what may be done with it
 * @param recall the period asked about, such as {@code 2 weeks}
 * @param items the items in order
 * @param scales the results in order
 * @param skips questions that need not be answered, in the order they apply
 * @param variants other codings and forms
 * @param overlaps scales of other instruments that share items or content
 * @param safetyItems items that are only ever reported for the whole survey
 * @param unscoredItems items a form may hold besides, which are never mapped, in words
 * @param unverified whether the item key is not confirmed, so that a user must opt in
 * @param codesNeedVariant whether numeric codes are ambiguous, so that a variant must be named
 * @param alphaTypical two published bounds of Cronbach's alpha; empty when none are known
 * @param notes remarks in words
 * @param examples worked examples
 */
public record Instrument(
    String id,
    String version,
    String title,
    String name,
    List<String> constructs,
    String citation,
    Licence licence,
    String recall,
    List<Item> items,
    List<Scale> scales,
    List<SkipRule> skips,
    List<Variant> variants,
    List<Overlap> overlaps,
    List<SafetyItem> safetyItems,
    List<String> unscoredItems,
    boolean unverified,
    boolean codesNeedVariant,
    List<BigDecimal> alphaTypical,
    List<String> notes,
    List<Example> examples) {

  /** Returns a scale by its id inside the instrument. */
  public Optional<Scale> scale(String scaleId) {
    return scales.stream().filter(s -> s.id().equals(scaleId)).findFirst();
  }

  /** Returns a variant by its id. */
  public Optional<Variant> variant(String variantId) {
    return variants.stream().filter(v -> v.id().equals(variantId)).findFirst();
  }
}
