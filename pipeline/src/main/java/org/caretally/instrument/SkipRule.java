package org.caretally.instrument;

import java.util.List;

/**
 * Questions that a respondent need not answer: blanks are filled, answers are kept.
 *
 * @param when positions of the items that decide, all answered
 * @param sum what their codes must add up to
 * @param fill positions of the items that are filled
 * @param value the code they are filled with
 * @param override whether even an answer is replaced
 */
public record SkipRule(
    List<Integer> when, long sum, List<Integer> fill, long value, boolean override) {}
