package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/** What researchers need: flow, instruments, scores, all results, methods, files. */
final class Research {
  private static final int LONGEST = 500;
  private static final String RELIABILITY =
      "Reliability: Cronbach's alpha and McDonald's omega (one factor, minimum residuals) among people"
          + " who answered all items of a scale, with design-based standard errors and intervals on"
          + " the scale of log(1 - value).";
  private static final String CORRELATIONS =
      "Partial correlations: of the residuals of weighted regressions on what is held equal."
          + " Polychoric correlations: of normal variables of which ordered answers are bands, in two"
          + " steps.";
  private static final String RANKS =
      "Rank tests of planned comparisons: difference of weighted mid-ridits, with standard errors"
          + " that allow for ranks being estimated; their p-values are not adjusted.";

  private Research() {}

  static List<Section> sections(ReportInput input, Material material) {
    List<Section> sections = new ArrayList<>();
    sections.add(section("flow", "Record flow", RecordFlow.items(input)));
    sections.add(section("quality", "Data quality", RecordFlow.quality(input.quality())));
    List<PageItem> instruments = new ArrayList<>(Instruments.items(input));
    instruments.addAll(
        ReliabilityTable.items(input.tongue(), input.statistics().reliability(), material.results().latest()));
    sections.add(section("instruments", "Instruments and reliability", instruments));
    sections.add(
        section("scores", "Answered and scored", scores(input, material.results().latest())));
    List<PageItem> imputed = ImputationTable.items(input.tongue(), input.statistics().imputation());
    if (!imputed.isEmpty()) {
      sections.add(section("imputation", "If missing answers were filled in", imputed));
    }
    sections.add(ItemSection.section(input, material.results().latest()));
    sections.add(section("all-results", "All results", results(input, material)));
    sections.add(section("methods", "Design and methods", methods(input.info())));
    return sections;
  }

  private static Section section(String id, String title, List<PageItem> items) {
    return new Section(id, title, Audience.RESEARCHERS, items);
  }

  private static List<PageItem> scores(ReportInput input, String wave) {
    ProtectedTable scales = input.scales();
    List<PageItem> spread = new ArrayList<>(SpreadTable.items(input.tongue(), input.statistics().spread(), wave));
    spread.addAll(DescriptiveTable.items(input.tongue(), input.statistics().descriptives(), wave));
    if (scales.rows().isEmpty()) {
      return spread;
    }
    DataTable.Builder table =
        new DataTable.Builder("scales", "People by how a scale could be scored")
            .words("Scale")
            .numbers("Complete", "Prorated", "Cannot be scored", "Blank");
    for (Row row : scales.rows()) {
      table.row(
          row.text("label"),
          Numbers.count(row.cell("complete")),
          Numbers.count(row.cell("prorated")),
          Numbers.count(row.cell("unscorable")),
          Numbers.count(row.cell("blank")));
    }
    List<PageItem> items = new ArrayList<>();
    items.add(
        new Prose(
            "Prorated: some items are missing, and the published rule of the instrument allows a"
                + " score from the others. Cannot be scored: too many items are missing."));
    items.add(new TableItem(table.build(), "scales", true));
    items.addAll(spread);
    return items;
  }

  private static List<PageItem> results(ReportInput input, Material material) {
    List<PageItem> items = new ArrayList<>();
    Grid all = material.results().all();
    Grid drawn = all;
    if (all.rows().size() > LONGEST) {
      drawn = all.where("domain", "");
      if (drawn.rows().size() > LONGEST) {
        drawn = drawn.where("wave", material.results().latest());
      }
      items.add(
          new Prose(
              "This table has results for everybody. All "
                  + Numbers.count(all.rows().size())
                  + " results, with those of groups, are in the file of estimates."));
    }
    if (!drawn.isEmpty()) {
      items.add(new TableItem(ResultTables.estimates(input.tongue(), drawn.rows()), "estimates", false));
    }
    List<Row> pairs = input.correlations().rows();
    if (!pairs.isEmpty()) {
      boolean cut = pairs.size() > LONGEST;
      if (cut) {
        items.add(
            new Prose("The first " + LONGEST + " of " + pairs.size() + " correlations are below."));
      }
      List<Row> shown = cut ? pairs.subList(0, LONGEST) : pairs;
      items.add(new TableItem(ResultTables.correlations(input.tongue(), shown), "correlations", false));
    }
    List<Row> models = input.models().lines().rows();
    if (!models.isEmpty()) {
      items.add(new TableItem(ResultTables.models(input.tongue(), models), "models", false));
    }
    List<Row> checks = input.models().checks().rows();
    if (!checks.isEmpty()) {
      items.add(new TableItem(ResultTables.checks(input.tongue(), checks), "model_checks", false));
    }
    items.add(downloads());
    return items;
  }

  private static Downloads downloads() {
    return new Downloads(
        List.of(
            new Downloads.File("tables/estimates.csv", "All estimates"),
            new Downloads.File("tables/bands.csv", "Severity bands"),
            new Downloads.File("tables/correlations.csv", "All correlations"),
            new Downloads.File("tables/models.csv", "Regression models"),
            new Downloads.File("tables/model_checks.csv", "Tests and checks of models"),
            new Downloads.File("tables/curves.csv", "Curves"),
            new Downloads.File("tables/differences.csv", "Differences of groups"),
            new Downloads.File("tables/group_tests.csv", "Tests of all groups at once"),
            new Downloads.File("tables/spread.csv", "Standard deviations and quartiles"),
            new Downloads.File("tables/reliability.csv", "Reliability of scales"),
            new Downloads.File("tables/descriptives.csv", "Totals, ratios and design effects"),
            new Downloads.File("tables/imputation.csv", "Missing answers filled in"),
            new Downloads.File("tables/flow.csv", "Record flow"),
            new Downloads.File("tables/quality.csv", "Data quality"),
            new Downloads.File("tables/scales.csv", "Answered and scored"),
            new Downloads.File("tables/items.csv", "Answers to each item"),
            new Downloads.File("tables/ends.csv", "Lowest and highest scores"),
            new Downloads.File("tables/coverage.csv", "What was measured"),
            new Downloads.File("tables/instruments.csv", "Instruments")));
  }

  private static List<PageItem> methods(Info info) {
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(info.design()));
    items.add(
        new Bullets(
            List.of(
                "Intervals of shares: " + info.intervalMethod() + ", 95%.",
                "Intervals of means: estimate plus and minus the t quantile times the standard"
                    + " error, 95%.",
                "Degrees of freedom: number of PSUs less number of strata, within the part of the"
                    + " sample that the result is about; each result carries its own.",
                "Design effect (deff): variance of the estimate over that of a simple random"
                    + " sample of the same size. Effective n (n_eff): n over the design effect.",
                "A group is a domain of the whole sample: strata and PSUs without members of the"
                    + " group still count in its variance.",
                "Regression models: people who answered everything in the model; design-based"
                    + " standard errors from the scores summed over PSUs; degrees of freedom of the"
                    + " design, plus 1, less the number of coefficients. Adjusted p: Holm, over"
                    + " everything in one model, all groups of a variable at once (Wald test).",
                "Terms of models: Wald and Rao-Scott likelihood ratio tests, with Satterthwaite's degrees"
                    + " of freedom. Average marginal effects count that the people are a sample too."
                    + " Curves: restricted cubic splines with knots that were declared, never taken from"
                    + " the data; intervals hold point by point.",
                "Adjusted p of correlations: Benjamini and Hochberg, over all pairs of one wave, group"
                    + " and method.",
                "Spearman correlations use weighted mid-ranks, and their standard errors allow for"
                    + " ranks being estimated.")));
    items.add(new Bullets(comparisons()));
    items.add(new Bullets(List.of(RELIABILITY, CORRELATIONS, RANKS)));
    if (!info.notes().isEmpty()) {
      items.add(new Heading("Notes of the study"));
      items.add(new Bullets(info.notes()));
    }
    return items;
  }

  private static List<String> comparisons() {
    return List.of(
        "Groups against the rest: difference of means or shares with the covariance that"
            + " groups have because they share PSUs; t test on the degrees of freedom of both"
            + " groups. Each breakdown is a family (all groups and measures), adjusted by"
            + " Benjamini and Hochberg; planned comparisons are one family, adjusted by Holm."
            + " The file of differences also has prevalence ratios, odds ratios and Cohen's"
            + " d with design-based intervals.",
        "All groups of a breakdown at once: chi-square test with the second-order correction"
            + " of Rao and Scott, Cramér's V as effect size.",
        "Trends over ordered bands: slope of the bands' results on the number of the band,"
            + " each band counted alike.");
  }
}
