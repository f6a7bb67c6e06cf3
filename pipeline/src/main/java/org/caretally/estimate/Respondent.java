package org.caretally.estimate;

import org.caretally.design.Stratum;

/**
 * A person of a ledger that keeps people for imputation.
 *
 * @param stratum the stratum
 * @param psu the PSU inside it; empty when people are PSUs
 * @param base design weight, on the grid
 * @param weight weight in use, on the grid
 * @param member whether the person is in the analysis population
 * @param answers the kept answers; all missing for a person who is not
 */
record Respondent(
    Stratum stratum, String psu, long base, long weight, boolean member, long[] answers) {}
