package org.caretally.report;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Shown;
import org.caretally.report.Fixture.Breakdown;
import org.caretally.report.Fixture.Topic;
import org.caretally.report.page.ReportInput;
import org.caretally.report.words.Tongue;

/** Reports that are hard to write: hostile labels, many groups, one group, nothing shown. */
final class Variants {
  static final String TAG = "</script><script>alert(1)</script>";
  static final String IMAGE = "\"><img src=x onerror=alert(1)>";
  static final String QUOTES = "'quoted' \"twice\" & <b>bold</b> --> ]]> {{x}} ${y} @if(z)";
  static final String TURNED = "\u202Egnihtyreve\u202C \u200Fagain\u200E";
  static final String HUGE = "Huge ".repeat(2000);
  static final String SIXTY = "Post-traumatic stress after repeated exposure, moderate or wo";

  private Variants() {}

  /** A report and what it is called in messages. */
  record Variant(String name, ReportInput input) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Variant> all() {
    return Stream.of(
        new Variant("ordinary", Fixture.ordinary()),
        new Variant("hostile labels", hostile()),
        new Variant("25 groups, long labels", many()),
        new Variant("one challenge, one group, one wave", one()),
        new Variant("everything withheld", withheld(Fixture.ordinary())),
        new Variant("nobody beyond a cut-off", zero()),
        new Variant("empty tables", empty()),
        new Variant("public use", full(publicUse())));
  }

  static ReportInput hostile() {
    List<Topic> topics = new ArrayList<>();
    int i = 0;
    for (String label : List.of(TAG, IMAGE, QUOTES, TURNED, HUGE, "")) {
      topics.add(new Topic("t" + i++, label, label, .1 + .07 * i));
    }
    List<Breakdown> breakdowns =
        List.of(new Breakdown("b", IMAGE, List.of(TAG, QUOTES, TURNED, HUGE, "=1+1")));
    ReportInput plain = Fixture.of(topics, breakdowns, List.of(TAG, "2025"));
    ReportInput.Info info = plain.info();
    return with(
        plain,
        new ReportInput.Info(
            info.tongue(),
            TAG,
            IMAGE,
            QUOTES,
            TURNED,
            TAG,
            OptionalLong.empty(),
            info.waves(),
            "strict",
            11,
            TAG,
            IMAGE,
            List.of(TAG),
            List.of(HUGE),
            List.of(TAG),
            List.of(QUOTES),
            List.of(IMAGE),
            List.of(TAG),
            "0",
            "ff"));
  }

  static ReportInput many() {
    List<String> levels = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      levels.add("Ward " + i + " with a name of about sixty letters in all, really");
    }
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      topics.add(new Topic("t" + i, i + " " + SIXTY, SIXTY, .05 + .06 * i));
    }
    return Fixture.of(topics, List.of(new Breakdown("w", "Ward", levels)), List.of("2024", "2025"));
  }

  static ReportInput one() {
    return Fixture.of(
        Fixture.CHALLENGES.subList(0, 1),
        List.of(new Breakdown("only", "Only", List.of("One"))),
        List.of(""));
  }

  static ReportInput zero() {
    List<Topic> topics =
        Fixture.CHALLENGES.stream().map(t -> new Topic(t.id(), t.label(), t.cutoff(), 0)).toList();
    return Fixture.of(topics, Fixture.BREAKDOWNS, List.of("2025"));
  }

  /** Twenty challenges, ten breakdowns, three waves. */
  static ReportInput large() {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Topic t = Fixture.CHALLENGES.get(i % 12);
      topics.add(new Topic(t.id() + i, t.label() + " " + i, t.cutoff(), t.share()));
    }
    List<Breakdown> breakdowns = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Breakdown b = Fixture.BREAKDOWNS.get(i % 5);
      breakdowns.add(new Breakdown(b.id() + i, b.label() + " " + i, b.levels()));
    }
    return Fixture.of(topics, breakdowns, List.of("2023", "2024", "2025"));
  }

  private static ReportInput publicUse() {
    ReportInput plain = Fixture.ordinary();
    return with(plain, Fixture.info(plain.info().waves(), "public-use"));
  }

  static ReportInput empty() {
    ReportInput plain = Fixture.ordinary();
    return new ReportInput(
        plain.info(),
        none(plain.estimates()),
        none(plain.bands()),
        none(plain.correlations()),
        models(plain.models(), Variants::none),
        none(plain.flow()),
        none(plain.scales()),
        none(plain.coverage()),
        none(plain.instruments()),
        none(plain.quality()),
        items(plain.items(), Variants::none),
        statistics(plain.statistics(), Variants::none),
        years(plain.years(), Variants::none),
        background(plain.background(), Variants::none));
  }

  /** The same report in another language. */
  static ReportInput in(Language language, ReportInput input) {
    ReportInput.Info i = input.info();
    return with(
        input,
        new ReportInput.Info(
            Tongue.of(language),
            i.title(),
            i.population(),
            i.organisation(),
            i.fieldwork(),
            i.analysis(),
            i.invited(),
            i.waves(),
            i.profile(),
            i.k(),
            i.design(),
            i.intervalMethod(),
            i.support(),
            i.notes(),
            i.quality(),
            i.overrides(),
            i.columns(),
            i.protection(),
            i.version(),
            i.configHash()));
  }

  private static ProtectedTable none(ProtectedTable table) {
    return new ProtectedTable(table.id(), table.columns(), List.of());
  }

  /** The same report of a study that does not tell what became of those invited. */
  static ReportInput withoutRates(ReportInput input) {
    ReportInput.Years years = input.years();
    return new ReportInput(
        input.info(),
        input.estimates(),
        input.bands(),
        input.correlations(),
        input.models(),
        input.flow(),
        input.scales(),
        input.coverage(),
        input.instruments(),
        input.quality(),
        input.items(),
        input.statistics(),
        new ReportInput.Years(
            years.changes(),
            years.comparability(),
            years.comparators(),
            none(years.response()),
            years.asked()),
        input.background());
  }

  private static ReportInput with(ReportInput input, ReportInput.Info info) {
    return new ReportInput(
        info,
        input.estimates(),
        input.bands(),
        input.correlations(),
        input.models(),
        input.flow(),
        input.scales(),
        input.coverage(),
        input.instruments(),
        input.quality(),
        input.items(),
        input.statistics(),
        input.years(),
        input.background());
  }

  private static ReportInput.Years years(
      ReportInput.Years all, UnaryOperator<ProtectedTable> change) {
    return new ReportInput.Years(
        change.apply(all.changes()),
        change.apply(all.comparability()),
        change.apply(all.comparators()),
        change.apply(all.response()),
        change.apply(all.asked()));
  }

  private static ReportInput.Items items(
      ReportInput.Items items, UnaryOperator<ProtectedTable> change) {
    return new ReportInput.Items(
        change.apply(items.ends()), change.apply(items.answers()), change.apply(items.safety()));
  }

  private static ReportInput.Models models(
      ReportInput.Models all, UnaryOperator<ProtectedTable> change) {
    return new ReportInput.Models(
        change.apply(all.lines()), change.apply(all.checks()), change.apply(all.curves()));
  }

  private static ReportInput.Statistics statistics(
      ReportInput.Statistics all, UnaryOperator<ProtectedTable> change) {
    return new ReportInput.Statistics(
        change.apply(all.differences()),
        change.apply(all.tests()),
        change.apply(all.spread()),
        change.apply(all.reliability()),
        change.apply(all.descriptives()),
        change.apply(all.imputation()));
  }

  private static ReportInput.Background background(
      ReportInput.Background all, UnaryOperator<ProtectedTable> change) {
    return new ReportInput.Background(
        change.apply(all.distributions()),
        all.scoring(),
        all.reporting(),
        all.weighting(),
        all.made());
  }

  static ReportInput withheld(ReportInput input) {
    return each(input, cell -> confidential());
  }

  /** The same report in full precision, as that of public data is. */
  static ReportInput full(ReportInput input) {
    return each(
        input,
        cell ->
            cell.text().contains(".")
                ? shown(Double.parseDouble(cell.text()) + 0.000000123456789, 15)
                : cell);
  }

  private static ReportInput each(ReportInput input, UnaryOperator<Cell> change) {
    UnaryOperator<ProtectedTable> tables = table -> each(table, change);
    return new ReportInput(
        input.info(),
        each(input.estimates(), change),
        each(input.bands(), change),
        each(input.correlations(), change),
        models(input.models(), tables),
        each(input.flow(), change),
        each(input.scales(), change),
        each(input.coverage(), change),
        input.instruments(),
        each(input.quality(), change),
        items(input.items(), tables),
        statistics(input.statistics(), tables),
        years(input.years(), tables),
        background(input.background(), tables));
  }

  private static ProtectedTable each(ProtectedTable table, UnaryOperator<Cell> change) {
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (ProtectedTable.Row row : table.rows()) {
      List<Cell> cells =
          row.cells().stream().map(c -> c instanceof Shown ? change.apply(c) : c).toList();
      rows.add(new ProtectedTable.Row(table.columns(), cells));
    }
    return new ProtectedTable(table.id(), table.columns(), rows);
  }
}
