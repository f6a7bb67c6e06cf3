package org.caretally.estimate;

/**
 * What a model says about one regressor, or about one of its groups.
 *
 * @param regressor which regressor of the model
 * @param group the group that is compared, in words; empty for a number and for a yes/no
 * @param reference the group it is compared with; empty likewise
 * @param step for a number, how much more of it the estimate is about; 1 for groups
 * @param estimate difference of the outcome, or ratio; its cases are the fewest people that stand
 *     behind it, -1 for a number in a linear model
 * @param termP p-value of the whole regressor: all of its groups at once
 * @param adjustedP the same, adjusted by {@link Holm} over the regressors of the model
 */
public record ModelLine(
    int regressor,
    String group,
    String reference,
    double step,
    Estimate estimate,
    double termP,
    double adjustedP) {}
