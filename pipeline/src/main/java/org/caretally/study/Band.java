package org.caretally.study;

import org.caretally.disclosure.Care;
import org.caretally.estimate.Estimator;

/**
 * One severity band of a scale.
 *
 * @param scale id of the scale
 * @param scaleLabel its words
 * @param band id of the band
 * @param label its words
 * @param order its position, from 0
 * @param care how careful the disclosure gate must be
 * @param estimator how its share is estimated
 */
public record Band(
    String scale,
    String scaleLabel,
    String band,
    String label,
    int order,
    Care care,
    Estimator estimator) {}
