package org.caretally.estimate;

/**
 * One number that shows whether a model can be trusted, or a test of one of its terms.
 *
 * @param term which term; -1 for the whole model
 * @param estimate the number; its statistic says what it is
 */
public record ModelCheck(int term, Estimate estimate) {}
