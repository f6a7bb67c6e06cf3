package org.caretally.report.page;

import java.util.List;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** The page of the director: what must be read when nothing else is. */
final class Front {
  private Front() {}

  /** Returns the sections of page one by column; the last one goes across. */
  static List<List<Section>> columns(ReportInput input, Material material) {
    Results results = material.results();
    Tongue t = input.tongue();
    return List.of(
        filled(
            section("answered", t.say("answered.title"), Answered.items(input, results)),
            section("headlines", t.say("headlines.title"), Headline.items(t, results))),
        filled(
            section("change-words", t.say("change.title"), ChangeWords.items(t, results)),
            section("matters", t.say("matters.title"), Matters.items(material)),
            section(
                "trust", t.say("trust.title"), List.of(new Lights(Trust.lights(input, results))))),
        filled(section("support", t.say("support.title"), Support.items(input))));
  }

  private static Section section(String id, String title, List<PageItem> items) {
    return new Section(id, title, Audience.EVERYBODY, items);
  }

  private static List<Section> filled(Section... sections) {
    return List.of(sections).stream().filter(s -> !s.items().isEmpty()).toList();
  }
}
