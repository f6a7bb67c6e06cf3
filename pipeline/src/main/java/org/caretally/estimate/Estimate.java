package org.caretally.estimate;

/**
 * One number with everything that says how good it is. Confidential until it has passed the gate.
 * Numbers that do not exist are NaN.
 *
 * @param statistic {@code mean}, {@code prevalence} or {@code correlation}
 * @param value the number, in the variable's unit; a prevalence lies between 0 and 1
 * @param standardError design-based standard error
 * @param interval 95 % interval
 * @param df degrees of freedom of the design in the domain
 * @param n people with the needed answers
 * @param cases people among them who are a case; -1 where there are no cases
 * @param effectiveN size of a simple random sample with the same precision
 * @param designEffect variance over that of simple random sampling with replacement
 * @param pValue two-sided p-value; NaN where no hypothesis is tested
 * @param reliability whether the number is precise enough
 */
public record Estimate(
    String statistic,
    double value,
    double standardError,
    Interval interval,
    long df,
    long n,
    long cases,
    double effectiveN,
    double designEffect,
    double pValue,
    Reliability reliability) {}
