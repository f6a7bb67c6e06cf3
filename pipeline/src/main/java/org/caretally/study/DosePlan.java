package org.caretally.study;

import java.util.Optional;
import org.caretally.design.Domain;

/**
 * How one challenge goes with a number, as a curve.
 *
 * @param of the number, the first regressor of the model
 * @param label its words
 * @param measure what stands for the challenge
 * @param bands a breakdown that cuts the number into bands; empty when there is none
 * @param plan the model
 */
public record DosePlan(
    String of, String label, Measure measure, Optional<Domain> bands, ModelPlan plan) {}
