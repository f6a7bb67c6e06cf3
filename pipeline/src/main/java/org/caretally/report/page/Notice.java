package org.caretally.report.page;

import java.util.List;

/**
 * Something the reader must not miss.
 *
 * @param title its head
 * @param lines its sentences
 */
public record Notice(String title, List<String> lines) implements PageItem {

  /** Takes a copy. */
  public Notice {
    lines = List.copyOf(lines);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.notice(this);
  }
}
