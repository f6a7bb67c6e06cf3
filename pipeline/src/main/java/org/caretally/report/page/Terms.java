package org.caretally.report.page;

import java.util.List;

/**
 * Terms and what they mean.
 *
 * @param terms terms in order
 */
public record Terms(List<Term> terms) implements PageItem {

  /** Takes a copy. */
  public Terms {
    terms = List.copyOf(terms);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.terms(this);
  }

  /**
   * One term.
   *
   * @param name the term
   * @param lines what it means
   */
  public record Term(String name, List<String> lines) {}
}
