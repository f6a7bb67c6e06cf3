package org.caretally.report.page;

import java.util.List;

/**
 * A list of sentences.
 *
 * @param lines the sentences
 */
public record Bullets(List<String> lines) implements PageItem {

  /** Takes a copy. */
  public Bullets {
    lines = List.copyOf(lines);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.bullets(this);
  }
}
