package org.caretally.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Released;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.Tally;
import org.caretally.engine.Outcome;
import org.caretally.instrument.Construct;
import org.caretally.instrument.ScaleInfo;
import org.caretally.intake.Step;
import org.caretally.problem.Problem;
import org.caretally.report.page.ReportInput;
import org.caretally.study.Analysis;
import org.caretally.study.HistogramFacts;
import org.caretally.study.ImputationFacts;
import org.caretally.study.Measure;
import org.caretally.study.ModelFacts;
import org.caretally.study.Plan;
import org.caretally.study.ScoreCounts;

/**
 * Sends everything that was estimated and counted through the gate and gathers what a report is
 * made from.
 */
final class ReportTables {
  private final Plan plan;
  private final Outcome outcome;
  private final Profile profile;
  private final boolean census;
  private final Gate gate;

  ReportTables(Plan plan, Outcome outcome) {
    this.plan = plan;
    this.outcome = outcome;
    Profile asked = Profile.of(plan.study().disclosure().profile(), plan.study().disclosure().k());
    profile =
        plan.study().about().invited().isPresent()
            ? asked.census(
                outcome.flow().count(Step.ANALYSED), plan.study().about().invited().getAsLong())
            : asked;
    census = !profile.equals(asked);
    gate = new Gate(profile);
  }

  /** Returns the profile in force. */
  Profile profile() {
    return profile;
  }

  /**
   * Returns what a report is made from.
   *
   * @param merged sentences on groups that are shown together
   * @param noticed what was noticed in the answers
   * @param spark version of Spark
   */
  ReportInput input(Analysis analysis, List<String> merged, List<Problem> noticed, String spark) {
    Released released = gate.release(analysis.release());
    return new ReportInput(
        StudyWords.info(plan, outcome, profile, noticed, protection(released, merged)),
        released.estimates(),
        released.bands(),
        released.correlations(),
        models(),
        flow(),
        scales(),
        coverage(),
        instruments(),
        gate.counts(QualityTable.of(plan, outcome, profile.k(), released.quiet())),
        new ReportInput.Items(
            released.ends(),
            gate.distributions("items", new ItemTables(plan).distributions(outcome)),
            released.safety()),
        new ReportInput.Statistics(
            gate.comparisons(TableKind.DIFFERENCES, analysis.differences(), released.estimates()),
            gate.table(TableKind.GROUP_TESTS, analysis.groupTests()),
            gate.table(TableKind.SPREAD, analysis.spread()),
            gate.table(TableKind.RELIABILITY, analysis.reliability()),
            gate.descriptives(
                analysis.descriptives(),
                released,
                WeightingLines.small(plan, outcome, profile.k())),
            gate.comparisons(
                TableKind.IMPUTATION,
                ImputationFacts.of(plan, outcome.ledgers()),
                released.estimates())),
        new YearTables(plan, gate)
            .years(analysis, released.estimates(), StudyWords.waves(plan, outcome)),
        new BackgroundTables(plan, gate)
            .background(
                HistogramFacts.of(plan, outcome.ledgers(), analysis.release()), released, spark));
  }

  private ReportInput.Models models() {
    ModelFacts facts = ModelFacts.of(plan, outcome.ledgers());
    return new ReportInput.Models(
        gate.table(TableKind.MODELS, facts.lines()),
        gate.table(TableKind.MODEL_CHECKS, facts.checks()),
        gate.table(TableKind.CURVES, facts.curves()));
  }

  /** What was done to protect people, in sentences for the report. */
  private List<String> protection(Released released, List<String> merged) {
    List<String> lines = new ArrayList<>();
    lines.addAll(merged);
    lines.add(released.audit());
    lines.add(census ? Profile.CENSUS : "");
    String waiver = plan.study().disclosure().waiver();
    lines.add(waiver.isEmpty() ? "" : "A smaller k than 11 was allowed: " + waiver);
    return lines.stream().filter(l -> !l.isBlank()).toList();
  }

  private ProtectedTable flow() {
    List<Tally.Line> lines = new ArrayList<>();
    for (Step step : Step.values()) {
      long rows = outcome.flow().count(step);
      boolean declared = plan.coding().cleaning().steps().contains(step);
      if (rows > 0 || declared || step.kind() != Step.Kind.SET_ASIDE) {
        Map<String, String> words = new HashMap<>();
        words.put("step", name(step));
        words.put("label", step.label());
        words.put("kind", name(step.kind()));
        lines.add(new Tally.Line(words, Map.of("rows", rows)));
      }
    }
    List<Tally.Place> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String step = lines.get(i).words().get("step");
      if (!step.equals(name(Step.READ)) && !step.equals(name(Step.NO_PARTNER))) {
        parts.add(new Tally.Place(i, "rows"));
      }
    }
    Tally.Total read = new Tally.Total(outcome.flow().count(Step.READ), parts);
    return gate.counts(
        new Tally("flow", List.of("step", "label", "kind", "rows"), lines, List.of(read)));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private ProtectedTable scales() {
    List<Tally.Line> lines = new ArrayList<>();
    for (int i = 0; i < plan.scales().size(); i++) {
      ScaleInfo scale = plan.scales().get(i);
      int at = i;
      Map<String, Long> numbers = new LinkedHashMap<>();
      numbers.put("complete", total(at, ScoreCounts.COMPLETE));
      numbers.put("prorated", total(at, ScoreCounts.PRORATED));
      numbers.put("unscorable", total(at, ScoreCounts.UNSCORABLE));
      numbers.put("blank", total(at, ScoreCounts.BLANK));
      lines.add(new Tally.Line(Map.of("measure", scale.id(), "label", scale.label()), numbers));
    }
    List<String> columns =
        List.of("measure", "label", "complete", "prorated", "unscorable", "blank");
    List<Tally.Total> totals = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int row = i;
      List<Tally.Place> parts = columns.stream().skip(2).map(c -> new Tally.Place(row, c)).toList();
      long people = lines.get(i).counts().values().stream().mapToLong(n -> n).sum();
      totals.add(new Tally.Total(people, parts));
    }
    return gate.counts(new Tally("scales", columns, lines, totals));
  }

  private long total(int scale, int kind) {
    return outcome.counts().values().stream().mapToLong(c -> c.status(scale, kind)).sum();
  }

  private ProtectedTable coverage() {
    Map<String, Integer> scored = new HashMap<>();
    for (int i = 0; i < plan.scales().size(); i++) {
      scored.put(plan.scales().get(i).id(), i);
    }
    List<Tally.Line> lines = new ArrayList<>();
    for (Construct construct : plan.constructs()) {
      Map<String, String> words = new HashMap<>();
      words.put("construct", construct.id());
      words.put("label", construct.label());
      words.put("kind", name(construct.kind()));
      words.put("topic", construct.topic());
      Measure measure = plan.coverage().get(construct);
      Map<String, Long> counts = new HashMap<>();
      if (measure != null) {
        String own = plan.own(measure) ? " (the study's own instrument)" : "";
        words.put("measured_by", measure.label() + own);
        words.put("bands", bands(measure));
        words.put("source", source(measure));
        words.put("measure", measure.id());
        Integer at = scored.get(measure.scale());
        if (at != null) {
          counts.put("n", total(at, ScoreCounts.COMPLETE) + total(at, ScoreCounts.PRORATED));
        }
      }
      lines.add(new Tally.Line(words, counts));
    }
    List<String> columns =
        List.of(
            "construct",
            "label",
            "kind",
            "measured_by",
            "measure",
            "n",
            "topic",
            "bands",
            "source");
    return gate.counts(new Tally("coverage", columns, lines));
  }

  /** Returns the bands of a measure's scale from the lowest; empty when none are published. */
  private String bands(Measure measure) {
    return plan.used().stream()
        .flatMap(u -> u.scales().stream())
        .filter(s -> s.id().equals(measure.scale()))
        .flatMap(s -> s.bands().stream())
        .map(ScaleInfo.BandInfo::label)
        .collect(Collectors.joining(", "));
  }

  private String source(Measure measure) {
    return plan.used().stream()
        .filter(u -> measure.scale().startsWith(u.instrument().id() + "."))
        .map(u -> u.instrument().citation())
        .findFirst()
        .orElse("");
  }

  private ProtectedTable instruments() {
    List<Tally.Line> lines = new ArrayList<>();
    for (Plan.Used use : plan.used()) {
      lines.add(new Tally.Line(InstrumentWords.of(use), Map.of()));
    }
    return gate.counts(new Tally("instruments", InstrumentWords.COLUMNS, lines));
  }

  static String sentences(List<String> parts) {
    return parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining("; "));
  }
}
