package org.caretally.report.table;

import org.caretally.disclosure.ProtectedTable;

/**
 * All that pictures may be drawn from.
 *
 * @param results estimates
 * @param bands shares of severity bands
 * @param correlations correlations
 * @param models what goes with an outcome in models
 * @param curves each challenge along a number
 * @param distributions scores and numbers in bins
 * @param items answers to single items
 */
public record Material(
    Results results,
    ProtectedTable bands,
    ProtectedTable correlations,
    ProtectedTable models,
    ProtectedTable curves,
    ProtectedTable distributions,
    ProtectedTable items) {}
