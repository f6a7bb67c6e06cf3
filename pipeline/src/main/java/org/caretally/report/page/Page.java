package org.caretally.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.caretally.report.words.Tongue;

/**
 * A whole report.
 *
 * @param tongue the language of the page
 * @param title the one main heading
 * @param kicker words above it
 * @param lead words below it
 * @param strip what must be known before any number is read
 * @param front sections of page one by column; the last one goes across
 * @param sections further sections in reading order
 * @param footer last lines
 */
public record Page(
    Tongue tongue,
    String title,
    String kicker,
    String lead,
    Notice strip,
    List<List<Section>> front,
    List<Section> sections,
    List<String> footer) {

  /** Takes a copy. */
  public Page {
    front = front.stream().map(List::copyOf).toList();
    sections = List.copyOf(sections);
    footer = List.copyOf(footer);
  }

  /** Returns the page with links only to files that are there. */
  public Page offering(Collection<String> files) {
    List<Section> offered = new ArrayList<>();
    for (Section section : sections) {
      List<PageItem> items = new ArrayList<>();
      for (PageItem item : section.items()) {
        items.add(item instanceof Downloads downloads ? downloads.only(files) : item);
      }
      offered.add(new Section(section.id(), section.title(), section.audience(), items));
    }
    return new Page(tongue, title, kicker, lead, strip, front, offered, footer);
  }
}
