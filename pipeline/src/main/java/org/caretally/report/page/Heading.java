package org.caretally.report.page;

/**
 * A heading below that of the section.
 *
 * @param text the words
 */
public record Heading(String text) implements PageItem {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.heading(this);
  }
}
