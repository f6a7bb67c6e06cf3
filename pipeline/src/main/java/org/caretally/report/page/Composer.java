package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.chart.Figure;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Changes;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;

/** Puts a page together in its reading order: for everybody, for managers, for researchers. */
public final class Composer {
  private Composer() {}

  /** Returns the page of a report. */
  public static Page page(ReportInput input) {
    Info info = input.info();
    Tongue t = info.tongue();
    Material material = material(input);
    Numbering figures = new Numbering(material, source(t, info));
    List<Section> sections = new ArrayList<>();
    sections.add(Glance.section(input, figures));
    List<PageItem> changed =
        joined(figures.at(Figure.Place.CHANGE), Changed.items(input, material));
    add(sections, "changed", t.say("changed.title"), Audience.EVERYBODY, changed);
    List<PageItem> severe = figures.at(Figure.Place.SEVERITY);
    add(sections, "severity", t.say("severity.title"), Audience.MANAGERS, severe);
    List<PageItem> compared = Compared.items(input, material.results().latest());
    List<PageItem> groups = joined(figures.at(Figure.Place.GROUPS), compared);
    add(sections, "breakdowns", t.say("breakdowns.title"), Audience.MANAGERS, groups);
    List<PageItem> years = figures.at(Figure.Place.CHANGE_GROUPS);
    add(sections, "years", t.say("years.title"), Audience.MANAGERS, years);
    Peers.section(input, figures).ifPresent(sections::add);
    Together.section(material, figures).ifPresent(sections::add);
    Doses.section(material, input.models().checks(), figures).ifPresent(sections::add);
    sections.addAll(Adjusted.sections(material, figures));
    Factors.section(input, material).ifPresent(sections::add);
    List<PageItem> talk = Discuss.items(input, material.results());
    add(sections, "discuss", t.say("discuss.title"), Audience.MANAGERS, talk);
    List<PageItem> numbers = figures.at(Figure.Place.NUMBER);
    add(sections, "numbers", t.say("numbers.title"), Audience.MANAGERS, numbers);
    research(input, material, figures, sections);
    return new Page(
        t,
        info.title(),
        join(" · ", info.organisation(), info.fieldwork(), version(t, input)),
        join(". ", info.population(), info.analysis()),
        Disclosure.strip(info),
        Front.columns(input, material),
        sections.stream().filter(s -> !s.items().isEmpty()).toList(),
        footer(t, info));
  }

  private static void research(
      ReportInput input, Material material, Numbering figures, List<Section> sections) {
    Tongue t = input.tongue();
    List<PageItem> rates = Response.items(input);
    add(sections, "response", t.say("response.title"), Audience.RESEARCHERS, rates);
    sections.addAll(Research.sections(input, material, figures));
    sections.add(Disclosure.section(input));
    sections.add(Checklists.section(input, sections));
    sections.add(Reading.howTo(input.info()));
    sections.add(Reading.glossary(t));
  }

  private static Material material(ReportInput input) {
    return new Material(
        input.tongue(),
        new Results(input.estimates(), input.info().waves(), Changes.of(input.years().changes())),
        input.bands(),
        input.correlations(),
        input.models().lines(),
        input.models().curves(),
        input.years().comparators(),
        input.statistics().differences(),
        input.background().distributions(),
        input.items().answers());
  }

  private static List<PageItem> joined(List<PageItem> first, List<PageItem> second) {
    List<PageItem> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static void add(
      List<Section> sections, String id, String title, Audience audience, List<PageItem> items) {
    if (!items.isEmpty()) {
      sections.add(new Section(id, title, audience, items));
    }
  }

  private static String version(Tongue t, ReportInput input) {
    String version = input.background().reporting().getOrDefault("report_version", "");
    return version.isBlank() ? "" : t.say("page.version", "version", version);
  }

  private static String source(Tongue t, Info info) {
    return t.say("page.source", "source", join(", ", info.title(), info.fieldwork()));
  }

  private static List<String> footer(Tongue t, Info info) {
    return List.of(
        t.say("page.made", "version", info.version()),
        t.say("page.fingerprint", "hash", info.configHash()));
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
