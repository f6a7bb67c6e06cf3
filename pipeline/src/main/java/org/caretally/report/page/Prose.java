package org.caretally.report.page;

/**
 * A paragraph.
 *
 * @param text the words
 */
public record Prose(String text) implements PageItem {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.prose(this);
  }
}
