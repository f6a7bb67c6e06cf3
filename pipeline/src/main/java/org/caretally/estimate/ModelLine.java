package org.caretally.estimate;

import java.util.Optional;

/**
 * What a model says about one term, or about one of its groups.
 *
 * @param term which term of the model: the regressors, then the interactions
 * @param group the group that is compared, or the value of a number on a curve; empty for a number
 *     and for a yes/no
 * @param reference what it is compared with; empty likewise
 * @param step for a number, how much more of it the estimate is about; 1 for groups
 * @param estimate difference of the outcome, or ratio; its cases are the fewest people that stand
 *     behind it, -1 for a number in a linear model
 * @param marginal the same as an average difference of shares over all people; empty for scores and
 *     for interactions
 * @param termP p-value of the whole term: all of its groups at once
 * @param adjustedP the same, adjusted by {@link Holm} over the terms of the model
 */
public record ModelLine(
    int term,
    String group,
    String reference,
    double step,
    Estimate estimate,
    Optional<Estimate> marginal,
    double termP,
    double adjustedP) {}
