package org.caretally.study;

import java.io.Serializable;
import java.util.List;

/**
 * Slots that say who a row is and how it was sampled; -1 where the study has none.
 *
 * @param key identifier of the respondent
 * @param wave wave
 * @param weight weight
 * @param strata stratum
 * @param psu PSU
 * @param fpc finite population
 * @param replicates replicate weights
 */
public record Roles(
    int key, int wave, int weight, int strata, int psu, int fpc, List<Integer> replicates)
    implements Serializable {}
