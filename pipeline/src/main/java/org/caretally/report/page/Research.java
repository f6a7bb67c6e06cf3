package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** What researchers need: flow, instruments, scores, all results, methods, files. */
final class Research {
  private static final int LONG = 150;
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
    sections.add(ItemSection.section(input, wave, figures));
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
    String wave = material.results().latest();
    List<PageItem> items = new ArrayList<>();
    Grid estimates = material.results().all();
    part(items, t, estimates, wave, rows -> ResultTables.estimates(t, rows), "estimates");
    Grid pairs = Grid.of(input.correlations());
    part(items, t, pairs, wave, rows -> ResultTables.correlations(t, rows), "correlations");
    Grid models = Grid.of(input.models().lines());
    part(items, t, models, wave, rows -> ResultTables.models(t, rows), "models");
    Grid checks = Grid.of(input.models().checks());
    part(items, t, checks, wave, rows -> ResultTables.checks(t, rows), "model_checks");
    items.add(downloads(t));
    return items;
  }

  /** Adds a table: of everybody when it is long, of the last wave when it still is. */
  private static void part(
      List<PageItem> items,
      Tongue t,
      Grid all,
      String wave,
      Function<List<Row>, DataTable> table,
      String name) {
    Grid kept = all;
    if (kept.rows().size() > LONG && all.rows().get(0).columns().contains("domain")) {
      kept = kept.where("domain", "");
    }
    if (kept.rows().size() > LONG) {
      kept = kept.where("wave", wave);
    }
    List<Row> rows = kept.rows().subList(0, Math.min(LONGEST, kept.rows().size()));
    if (rows.isEmpty()) {
      return;
    }
    DataTable drawn = table.apply(rows);
    if (rows.size() < all.rows().size()) {
      String count = t.count(all.rows().size());
      items.add(
          new Prose(
              t.say(
                  "research.part",
                  "table",
                  drawn.caption(),
                  "first",
                  t.count(rows.size()),
                  "rows",
                  count)));
    }
    items.add(new TableItem(drawn, name, false));
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
