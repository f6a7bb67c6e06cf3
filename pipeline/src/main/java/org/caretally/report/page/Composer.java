package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.chart.Figure;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;

/** Puts a page together in its reading order: for everybody, for managers, for researchers. */
public final class Composer {
  /** Who the first sections are for. */
  static final String EVERYBODY = "For everybody";

  /** Who the middle sections are for. */
  static final String MANAGERS = "For HR and service managers";

  /** Who the last sections are for. */
  static final String RESEARCHERS = "For researchers";

  private Composer() {}

  /** Returns the page of a report. */
  public static Page page(ReportInput input) {
    Info info = input.info();
    Material material =
        new Material(
            info.tongue(),
            new Results(input.estimates(), info.waves()),
            input.bands(),
            input.correlations(),
            input.models().lines(),
            input.models().curves());
    Numbering figures = new Numbering(material, source(info));
    List<Section> sections = new ArrayList<>();
    sections.add(Answered.section(input, material));
    sections.add(Glance.headlines(material));
    sections.add(Glance.section(input, figures));
    add(sections, "changed", "What changed", EVERYBODY, figures.at(Figure.Place.CHANGE));
    sections.add(Support.section(input));
    sections.add(
        new Section("severity", "How severe", MANAGERS, figures.at(Figure.Place.SEVERITY)));
    List<PageItem> groups = new ArrayList<>(figures.at(Figure.Place.GROUPS));
    groups.addAll(Compared.items(input, material.results().latest()));
    add(sections, "breakdowns", "Groups of people", MANAGERS, groups);
    Together.section(material, figures).ifPresent(sections::add);
    Doses.section(material, input.models().checks(), figures).ifPresent(sections::add);
    sections.addAll(Adjusted.sections(material, figures));
    Factors.section(input, material).ifPresent(sections::add);
    sections.addAll(Research.sections(input, material));
    sections.add(Disclosure.section(input));
    sections.add(Reading.howTo(info));
    sections.add(Reading.glossary(info.tongue()));
    return new Page(
        info.tongue(),
        info.title(),
        join(" · ", info.organisation(), info.fieldwork()),
        join(". ", info.population(), info.analysis()),
        Disclosure.strip(info),
        sections.stream().filter(s -> !s.items().isEmpty()).toList(),
        footer(info));
  }

  private static void add(
      List<Section> sections, String id, String title, String audience, List<PageItem> items) {
    if (!items.isEmpty()) {
      sections.add(new Section(id, title, audience, items));
    }
  }

  private static String source(Info info) {
    return "Source: " + join(", ", info.title(), info.fieldwork()) + ".";
  }

  private static List<String> footer(Info info) {
    return List.of(
        "Made by Caretally " + info.version() + " from published numbers only.",
        "Fingerprint of the study file and the instruments: " + info.configHash());
  }

  /** Returns the texts that are not blank, joined. */
  static String join(String between, String... texts) {
    List<String> kept = new ArrayList<>();
    for (String text : texts) {
      if (!text.isBlank()) {
        kept.add(text.strip());
      }
    }
    return String.join(between, kept);
  }
}
