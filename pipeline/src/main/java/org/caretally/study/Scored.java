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
 */
public record Scored(
    String instrument, Scoring scoring, List<Integer> slots, int offset, List<Integer> statuses)
    implements Serializable {}
