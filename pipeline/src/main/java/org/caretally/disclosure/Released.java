package org.caretally.disclosure;

import java.util.Set;

/**
 * A release that passed the gate.
 *
 * @param estimates means and prevalences
 * @param bands shares of severity bands
 * @param ends shares at the lowest and highest score
 * @param safety answers to questions about self-harm
 * @param correlations correlations
 * @param audit words on the audit
 * @param quiet waves in which a group with a known headcount is hidden, so that nothing may be told
 *     of weights: with the headcounts they say how many people a group has
 */
public record Released(
    ProtectedTable estimates,
    ProtectedTable bands,
    ProtectedTable ends,
    ProtectedTable safety,
    ProtectedTable correlations,
    String audit,
    Set<String> quiet) {

  /** Copies the waves. */
  public Released {
    quiet = Set.copyOf(quiet);
  }
}
