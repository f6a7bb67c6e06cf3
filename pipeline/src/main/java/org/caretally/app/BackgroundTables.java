package org.caretally.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caretally.design.Errors;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Histogram;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Released;
import org.caretally.disclosure.Tally;
import org.caretally.instrument.ScaleInfo;
import org.caretally.report.page.ReportInput;
import org.caretally.report.page.ReportInput.Line;
import org.caretally.study.Plan;
import org.caretally.study.Study;
import org.caretally.study.WeightingUse;

/** What researchers ask of a study besides its results: distributions, scoring, weights, tools. */
final class BackgroundTables {
  private static final List<String> SCORING =
      List.of(
          "scale",
          "scale_label",
          "instrument",
          "items",
          "reversed",
          "range",
          "missing_rule",
          "cutoffs",
          "bands");

  private final Plan plan;
  private final Gate gate;

  BackgroundTables(Plan plan, Gate gate) {
    this.plan = plan;
    this.gate = gate;
  }

  /**
   * Returns it.
   *
   * @param facts distributions that want to be published
   * @param released what is published of the same people
   * @param spark version of Spark
   */
  ReportInput.Background background(List<Histogram> facts, Released released, String spark) {
    return new ReportInput.Background(
        gate.histograms(facts, released),
        scoring(),
        plan.study().about().reporting(),
        weighting(),
        made(spark));
  }

  private ProtectedTable scoring() {
    List<Tally.Line> lines = new ArrayList<>();
    for (Plan.Used use : plan.used()) {
      for (ScaleInfo scale : use.scales()) {
        Map<String, String> words = new HashMap<>();
        words.put("scale", scale.id());
        words.put("scale_label", scale.label());
        words.put("instrument", use.instrument().name());
        words.put("items", Integer.toString(scale.items().size()));
        words.put("reversed", Integer.toString(scale.reversed().size()));
        words.put("range", scale.range());
        words.put("missing_rule", scale.missingRule());
        words.put("cutoffs", InstrumentWords.listed(scale));
        words.put(
            "bands",
            scale.bands().stream()
                .map(b -> b.label() + " " + b.from())
                .collect(Collectors.joining(", ")));
        lines.add(new Tally.Line(words, Map.of()));
      }
    }
    return gate.counts(new Tally("scoring", SCORING, lines));
  }

  private List<Line> weighting() {
    Study.DesignUse design = plan.study().design();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Weights",
            design
                .weight()
                .map(w -> "column " + w.name() + " of the data")
                .orElse("none in the data: each person counts once")));
    design.weighting().ifPresent(use -> lines.add(new Line("Headcounts", headcounts(use))));
    lines.add(
        new Line(
            "Trimming",
            design
                .weighting()
                .map(BackgroundTables::trimming)
                .orElse("none by this run; the weights of the data are taken as they are")));
    lines.add(new Line("Strata", column(design.strata(), "one stratum")));
    lines.add(new Line("Primary sampling units", column(design.psu(), "each person is one")));
    lines.add(
        new Line("Finite population", column(design.fpc(), "not counted in: errors are not less")));
    lines.add(new Line("Standard errors", errors(plan.coding().design().errors())));
    return lines;
  }

  private static String column(Optional<Study.Named> column, String otherwise) {
    return column.map(c -> "column " + c.name()).orElse(otherwise);
  }

  private String headcounts(WeightingUse use) {
    String variables =
        use.tables().stream()
            .flatMap(t -> t.variables().stream())
            .map(name -> plan.study().columns().get(name).label())
            .collect(Collectors.joining(", "));
    return (use.crossed() ? "post-stratification by " : "raking to ") + variables;
  }

  private static String trimming(WeightingUse use) {
    boolean none = use.lower() <= 0 && Double.isInfinite(use.upper());
    return none
        ? "none"
        : "factors between "
            + number(use.lower())
            + " and "
            + (Double.isInfinite(use.upper()) ? "any size" : number(use.upper()))
            + " times the mean factor; headcounts are met all the same";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String errors(Errors errors) {
    if (errors instanceof Errors.Replicates r) {
      return r.factors().size() + " replicate weights (" + r.type() + ")";
    }
    return errors.equals(Errors.jackknife())
        ? "jackknife: one primary sampling unit left out at a time"
        : "Taylor linearisation";
  }

  /** Nothing here depends on the machine, so that two machines write the same report. */
  private List<Line> made(String spark) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Caretally", Version.number()));
    lines.add(new Line("Apache Spark", spark));
    lines.add(
        new Line("Java", "17 or later; it changes no number. The version is in manifest.json"));
    lines.add(new Line("Command", "caretally run " + plan.study().file().getFileName()));
    lines.add(
        new Line(
            "Random numbers",
            plan.study()
                .imputation()
                .map(i -> "seed " + i.seed() + ", for missing answers filled in")
                .orElse("none: nothing is drawn by chance")));
    lines.add(
        new Line(
            "Instruments",
            plan.used().stream()
                .map(u -> u.instrument().id() + " " + u.instrument().version())
                .collect(Collectors.joining(", "))));
    lines.add(
        new Line("Data", "a keyed fingerprint of the data, and the time, are in manifest.json"));
    return lines;
  }
}
