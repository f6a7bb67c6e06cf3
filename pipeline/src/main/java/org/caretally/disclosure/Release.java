package org.caretally.disclosure;

import java.util.List;

/**
 * Everything about the same people that wants to be published together.
 *
 * @param estimates means and prevalences
 * @param bands shares of severity bands
 * @param ends shares at the lowest and highest score
 * @param safety answers to questions about self-harm
 * @param correlations correlations
 * @param margins which groups add up to which
 * @param weighted whether people count with different weights, so that means do not add up
 * @param headcounts known people of the population in groups that weights were made to meet
 */
public record Release(
    List<Fact> estimates,
    List<Fact> bands,
    List<Fact> ends,
    List<Fact> safety,
    List<Fact> correlations,
    List<Margin> margins,
    boolean weighted,
    Workforce headcounts) {

  /** What no headcounts are known of. */
  public Release(
      List<Fact> estimates,
      List<Fact> bands,
      List<Fact> ends,
      List<Fact> safety,
      List<Fact> correlations,
      List<Margin> margins,
      boolean weighted) {
    this(estimates, bands, ends, safety, correlations, margins, weighted, Workforce.NONE);
  }

  /** Copies the lists. */
  public Release {
    estimates = List.copyOf(estimates);
    bands = List.copyOf(bands);
    ends = List.copyOf(ends);
    safety = List.copyOf(safety);
    correlations = List.copyOf(correlations);
    margins = List.copyOf(margins);
  }
}
