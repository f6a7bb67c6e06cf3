package org.caretally.report.page;

import java.util.List;

/**
 * A part of the page under one heading.
 *
 * @param id anchor
 * @param title heading
 * @param audience who it is for; sections for one audience stand together
 * @param items what it holds, in order
 */
public record Section(String id, String title, Audience audience, List<PageItem> items) {

  /** Takes a copy. */
  public Section {
    items = List.copyOf(items);
  }

  /** Returns whether it is for researchers, whose long tables are printed in part only. */
  public boolean research() {
    return audience == Audience.RESEARCHERS;
  }
}
