package org.caretally.report.page;

import java.util.List;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;

/** The page of the director: what must be read when nothing else is. */
final class Front {
  private Front() {}

  /** Returns the sections of page one by column; the last one goes across. */
  static List<List<Section>> columns(ReportInput input, Material material) {
    Results results = material.results();
    return List.of(
        filled(
            section("answered", "Who answered", Answered.items(input, results)),
            section("headlines", "Headlines", Headline.items(results))),
        filled(
            section("change-words", "What changed", ChangeWords.items(results)),
            section("matters", "What matters most here", Matters.items(material)),
            section(
                "trust", "Can we trust it?", List.of(new Lights(Trust.lights(input, results))))),
        filled(section("support", "Where to get support", Support.items(input))));
  }

  private static Section section(String id, String title, List<PageItem> items) {
    return new Section(id, title, Composer.EVERYBODY, items);
  }

  private static List<Section> filled(Section... sections) {
    return List.of(sections).stream().filter(s -> !s.items().isEmpty()).toList();
  }
}
