package org.caretally.report.table;

import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.words.Tongue;

/**
 * All that pictures may be drawn from.
 *
 * @param tongue the language of the report
 * @param results estimates
 * @param bands shares of severity bands
 * @param correlations correlations
 * @param models what goes with an outcome in models
 * @param curves each challenge along a number
 * @param comparators published results of others beside ours
 * @param differences each group against the rest, and planned comparisons
 * @param distributions scores and numbers in bins
 * @param items answers to single items
 */
public record Material(
    Tongue tongue,
    Results results,
    ProtectedTable bands,
    ProtectedTable correlations,
    ProtectedTable models,
    ProtectedTable curves,
    ProtectedTable comparators,
    ProtectedTable differences,
    ProtectedTable distributions,
    ProtectedTable items) {}
