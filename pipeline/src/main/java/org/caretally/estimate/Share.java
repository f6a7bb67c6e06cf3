package org.caretally.estimate;

/**
 * What an interval for a proportion is made from.
 *
 * @param p the proportion, 0 to 1
 * @param variance its design variance
 * @param n people with a known result
 * @param df degrees of freedom of the design in the domain
 */
public record Share(double p, double variance, long n, long df) {}
