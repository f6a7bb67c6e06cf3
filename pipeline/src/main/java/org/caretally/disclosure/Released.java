package org.caretally.disclosure;

/**
 * A release that passed the gate.
 *
 * @param estimates means and prevalences
 * @param bands shares of severity bands
 * @param ends shares at the lowest and highest score
 * @param safety answers to questions about self-harm
 * @param correlations correlations
 * @param audit words on the audit
 */
public record Released(
    ProtectedTable estimates,
    ProtectedTable bands,
    ProtectedTable ends,
    ProtectedTable safety,
    ProtectedTable correlations,
    String audit) {}
