package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** What researchers need: flow, instruments, scores, all results, methods, files. */
final class Research {
  private static final int LONGEST = 500;

  private Research() {}

  static List<Section> sections(ReportInput input, Material material, Numbering figures) {
    Tongue t = input.tongue();
    List<Section> sections = new ArrayList<>();
    String wave = material.results().latest();
    List<PageItem> flow = new ArrayList<>(RecordFlow.items(input));
    flow.addAll(RecordFlow.scored(t, input.scales()));
    sections.add(section("flow", t.say("flow.title"), flow));
    sections.add(section("quality", t.say("quality.title"), RecordFlow.quality(input)));
    List<PageItem> instruments = new ArrayList<>(ScaleTable.items(input, wave));
    instruments.addAll(Instruments.items(input));
    instruments.addAll(ReliabilityTable.items(t, input.statistics().reliability(), wave));
    sections.add(section("instruments", t.say("instruments.title"), instruments));
    List<PageItem> spread = new ArrayList<>(Spreads.items(input, wave, figures));
    spread.addAll(SpreadTable.items(t, input.statistics().spread(), wave));
    spread.addAll(DescriptiveTable.items(t, input.statistics().descriptives(), wave));
    sections.add(section("distributions", t.say("distributions.title"), spread));
    sections.add(section("missing", t.say("missing.title"), missing(t, figures)));
    List<PageItem> imputed = ImputationTable.items(t, input.statistics().imputation());
    sections.add(section("imputation", t.say("scores.imputed.title"), imputed));
    sections.add(ItemSection.section(input, wave));
    sections.add(section("all-results", t.say("research.results"), results(input, material)));
    sections.add(section("methods", t.say("methods.title"), methods(input.info())));
    sections.add(section("precision", t.say("precision.title"), Weights.items(input, wave)));
    sections.add(section("made", t.say("made.title"), made(t, input)));
    return sections;
  }

  private static List<PageItem> missing(Tongue t, Numbering figures) {
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.MISSING));
    if (!items.isEmpty()) {
      items.add(0, new Prose(t.say("missing.how")));
    }
    return items;
  }

  private static List<PageItem> made(Tongue t, ReportInput input) {
    List<ReportInput.Line> lines = new ArrayList<>(input.background().made());
    if (lines.isEmpty()) {
      return List.of();
    }
    lines.add(
        new ReportInput.Line(
            t.say("made.fingerprint"),
            input.info().configHash().replaceAll("(.{16})(?=.)", "$1 ")));
    return List.of(
        new TableItem(Weights.lines(t, "made-table", t.say("made.table"), lines), "", true));
  }

  private static Section section(String id, String title, List<PageItem> items) {
    return new Section(id, title, Audience.RESEARCHERS, items);
  }

  private static List<PageItem> results(ReportInput input, Material material) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    Grid all = material.results().all();
    Grid drawn = all;
    if (all.rows().size() > LONGEST) {
      drawn = all.where("domain", "");
      if (drawn.rows().size() > LONGEST) {
        drawn = drawn.where("wave", material.results().latest());
      }
      items.add(new Prose(t.say("research.everybody", "results", t.count(all.rows().size()))));
    }
    if (!drawn.isEmpty()) {
      items.add(new TableItem(ResultTables.estimates(t, drawn.rows()), "estimates", false));
    }
    List<Row> pairs = input.correlations().rows();
    if (!pairs.isEmpty()) {
      boolean cut = pairs.size() > LONGEST;
      if (cut) {
        items.add(new Prose(t.say("research.pairs", "first", LONGEST, "pairs", pairs.size())));
      }
      List<Row> shown = cut ? pairs.subList(0, LONGEST) : pairs;
      items.add(new TableItem(ResultTables.correlations(t, shown), "correlations", false));
    }
    List<Row> models = input.models().lines().rows();
    if (!models.isEmpty()) {
      items.add(new TableItem(ResultTables.models(t, models), "models", false));
    }
    List<Row> checks = input.models().checks().rows();
    if (!checks.isEmpty()) {
      items.add(new TableItem(ResultTables.checks(t, checks), "model_checks", false));
    }
    items.add(downloads(t));
    return items;
  }

  private static Downloads downloads(Tongue t) {
    return new Downloads(
        List.of(
            new Downloads.File("report.pdf", t.say("files.pdf")),
            new Downloads.File("charts/", t.say("files.charts")),
            new Downloads.File("results.json", t.say("files.json")),
            new Downloads.File("datapackage.json", t.say("files.package")),
            file(t, "estimates", "files.estimates"),
            file(t, "bands", "files.bands"),
            file(t, "correlations", "files.correlations"),
            file(t, "models", "results.models"),
            file(t, "model_checks", "results.checks"),
            file(t, "curves", "files.curves"),
            file(t, "differences", "files.differences"),
            file(t, "group_tests", "files.tests"),
            file(t, "spread", "files.spread"),
            file(t, "reliability", "scores.reliability"),
            file(t, "descriptives", "files.descriptives"),
            file(t, "imputation", "files.imputation"),
            file(t, "changes", "files.changes"),
            file(t, "comparability", "files.comparability"),
            file(t, "comparators", "files.comparators"),
            file(t, "asked", "files.asked"),
            file(t, "response", "files.response"),
            file(t, "flow", "flow.title"),
            file(t, "quality", "quality.title"),
            file(t, "scales", "files.scales"),
            file(t, "items", "items.answers"),
            file(t, "safety", "files.safety"),
            file(t, "ends", "files.ends"),
            file(t, "coverage", "files.coverage"),
            file(t, "distributions", "files.distributions"),
            file(t, "scoring", "scales.scoring"),
            file(t, "instruments", "files.instruments")));
  }

  private static Downloads.File file(Tongue t, String table, String label) {
    return new Downloads.File("tables/" + table + ".csv", t.say(label));
  }

  private static List<PageItem> methods(Info info) {
    Tongue t = info.tongue();
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(info.design()));
    items.add(
        new Bullets(
            List.of(
                t.say("methods.shares", "interval", info.intervalMethod()),
                t.say("methods.means"),
                t.say("methods.df"),
                t.say("methods.deff"),
                t.say("methods.domains"),
                t.say("methods.models"),
                t.say("methods.terms"),
                t.say("methods.pairs"),
                t.say("methods.spearman"))));
    items.add(
        new Bullets(
            List.of(t.say("methods.rest"), t.say("methods.groups"), t.say("methods.trends"))));
    items.add(
        new Bullets(
            List.of(
                t.say("methods.reliability"),
                t.say("methods.correlations"),
                t.say("methods.ranks"))));
    if (!info.notes().isEmpty()) {
      items.add(new Heading(t.say("methods.notes")));
      items.add(new Bullets(info.notes()));
    }
    return items;
  }
}
