package org.caretally.study;

import java.io.Serializable;

/**
 * Slots that say who a row is and how it was sampled; -1 where the study has none.
 *
 * @param key identifier of the respondent
 * @param wave wave
 * @param weight weight
 * @param strata stratum
 * @param psu PSU
 * @param fpc finite population
 */
public record Roles(int key, int wave, int weight, int strata, int psu, int fpc)
    implements Serializable {}
