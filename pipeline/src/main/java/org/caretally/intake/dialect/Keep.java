package org.caretally.intake.dialect;

import java.util.List;

/**
 * A proposal which rows are no answers of people: a platform also exports previews and rows that
 * were never submitted.
 *
 * @param rule what the other rows are, as the study file names it
 * @param column the column that tells
 * @param accept whether the texts are those of rows to keep, not of rows to set aside
 * @param texts the texts; none when it matters only whether there is an answer
 */
public record Keep(String rule, String column, boolean accept, List<String> texts) {
  /** Keeps its own copy of the texts. */
  public Keep {
    texts = List.copyOf(texts);
  }
}
