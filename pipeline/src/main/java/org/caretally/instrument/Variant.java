package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Another coding or another printed form of the same instrument.
 *
 * @param id its name
 * @param note in words
 * @param recode per item position: code in the export to code of the instrument; items that are not
 *     in it keep their codes
 * @param labelsToo whether labels are recoded as well, because the question itself is turned round
 * @param printed item positions in the order of the export's columns; empty for the usual order
 * @param cutoffs {@code scale:cutoff} to a threshold for everybody
 * @param option an option of a built-in score; may be empty
 * @param refused whether it is another instrument that must not be scored with this key
 */
public record Variant(
    String id,
    String note,
    Map<Integer, Map<Long, Long>> recode,
    boolean labelsToo,
    List<Integer> printed,
    Map<String, BigDecimal> cutoffs,
    String option,
    boolean refused) {}
