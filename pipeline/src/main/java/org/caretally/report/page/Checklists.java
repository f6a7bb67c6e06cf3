package org.caretally.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/**
 * Reporting checklists, each line answered by the run (with the place in the report), by the study
 * file, or by nobody. A line counts as filled by the run only if the named part is in this report;
 * whether that part says enough is for the authors to judge.
 *
 * <p>von Elm, E. et al. (2007). The Strengthening the Reporting of Observational Studies in
 * Epidemiology (STROBE) statement. Lancet 370, 1453–1457. doi:10.1016/S0140-6736(07)61602-X
 *
 * <p>Eysenbach, G. (2004). Improving the quality of Web surveys: the Checklist for Reporting
 * Results of Internet E-Surveys (CHERRIES). Journal of Medical Internet Research 6, e34.
 * doi:10.2196/jmir.6.3.e34
 */
public final class Checklists {
  private Checklists() {}

  /** Who answers a line. */
  private enum Source {
    RUN("checklist.run"),
    STUDY("checklist.study"),
    BOTH("checklist.both"),
    NOBODY("checklist.nobody");

    private final String key;

    Source(String key) {
      this.key = key;
    }
  }

  /** Returns the keys of the study file that answer lines, in the order of the checklists. */
  public static Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    Stream.concat(ChecklistLines.STROBE.stream(), ChecklistLines.CHERRIES.stream())
        .flatMap(line -> line.keys().stream())
        .filter(key -> !ChecklistLines.ABOUT.contains(key))
        .forEach(keys::add);
    return keys;
  }

  /**
   * Returns the section.
   *
   * @param sections the parts of the report that lines can point to
   */
  static Section section(ReportInput input, List<Section> sections) {
    Tongue t = input.tongue();
    Map<String, String> places = new LinkedHashMap<>();
    for (Section section : sections) {
      if (!section.items().isEmpty()) {
        places.put(section.id(), section.title());
      }
    }
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(t.say("checklist.how")));
    items.addAll(list(input, places, "strobe", ChecklistLines.STROBE));
    items.addAll(list(input, places, "cherries", ChecklistLines.CHERRIES));
    return new Section("checklists", t.say("checklist.title"), Audience.RESEARCHERS, items);
  }

  private static List<PageItem> list(
      ReportInput input, Map<String, String> places, String id, List<ChecklistLines.Line> lines) {
    Tongue t = input.tongue();
    boolean strobe = id.equals("strobe");
    DataTable.Builder table =
        new DataTable.Builder(id, t.say(strobe ? "checklist.strobe" : "checklist.cherries"))
            .words(t.say("checklist.item"), t.say("checklist.asks"))
            .words(t.say("checklist.answered"), t.say("checklist.answer"));
    Map<Source, Integer> sums = new EnumMap<>(Source.class);
    for (ChecklistLines.Line line : lines) {
      String where = places(input, places, line);
      String told = told(input, line);
      Source source = source(where, told);
      sums.merge(source, 1, Integer::sum);
      table.row(
          t.phrase(line.item()),
          t.phrase(line.asks()),
          t.say(source.key),
          answer(t, line, where, told));
    }
    List<String> counts = new ArrayList<>();
    sums.forEach((source, count) -> counts.add(count + " " + t.say(source.key)));
    return List.of(
        new Heading(strobe ? "STROBE" : "CHERRIES"),
        new Prose(
            t.say(
                "checklist.count",
                "lines",
                lines.size(),
                "counts",
                String.join(", ", counts),
                "source",
                strobe ? ChecklistLines.STROBE_SOURCE : ChecklistLines.CHERRIES_SOURCE)),
        new TableItem(table.build(), "", false));
  }

  private static Source source(String where, String told) {
    if (where.isEmpty()) {
      return told.isEmpty() ? Source.NOBODY : Source.STUDY;
    }
    return told.isEmpty() ? Source.RUN : Source.BOTH;
  }

  private static String answer(Tongue t, ChecklistLines.Line line, String where, String told) {
    if (where.isEmpty() && told.isEmpty()) {
      return t.say("checklist.open", "keys", String.join(", ", line.keys()));
    }
    return Composer.join(" ", told, where.isEmpty() ? "" : t.say("checklist.see", "places", where));
  }

  private static String told(ReportInput input, ChecklistLines.Line line) {
    List<String> texts = new ArrayList<>();
    for (String key : line.keys()) {
      switch (key) {
        case "population" -> texts.add(input.info().population());
        case "fieldwork" -> texts.add(input.info().fieldwork());
        default -> texts.add(input.background().reporting().getOrDefault(key, ""));
      }
    }
    return Composer.join(". ", texts.toArray(String[]::new));
  }

  /** A place is a section, or a step of the record flow after a colon. */
  private static String places(
      ReportInput input, Map<String, String> places, ChecklistLines.Line line) {
    List<String> found = new ArrayList<>();
    for (String place : line.places()) {
      int colon = place.indexOf(':');
      String section = colon < 0 ? place : place.substring(0, colon);
      boolean there =
          colon < 0 || !input.flow().where("step", place.substring(colon + 1)).isEmpty();
      if (there && places.containsKey(section)) {
        found.add(places.get(section));
      }
    }
    return String.join("; ", found);
  }
}
