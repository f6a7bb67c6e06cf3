package org.caretally.study;

import org.caretally.estimate.Estimator;

/**
 * One severity band of a scale.
 *
 * @param scale id of the scale
 * @param scaleLabel its words
 * @param band id of the band
 * @param label its words
 * @param order its position, from 0
 * @param sensitive whether disclosure rules are always strict
 * @param estimator how its share is estimated
 */
public record Band(
    String scale,
    String scaleLabel,
    String band,
    String label,
    int order,
    boolean sensitive,
    Estimator estimator) {}
