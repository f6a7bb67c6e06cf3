package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.design.Condition;
import org.caretally.design.Design;
import org.caretally.design.Domain;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Mean;
import org.caretally.instrument.Construct;
import org.caretally.instrument.Constructs;
import org.caretally.instrument.Library;
import org.caretally.instrument.ScaleInfo;
import org.caretally.instrument.Scoring;
import org.caretally.intake.Decoder;
import org.caretally.intake.Header;
import org.caretally.intake.HeaderReader;
import org.caretally.intake.Outside;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Place;
import org.caretally.problem.Problems;

/**
 * Makes a study ready to run: reads headers, looks names up, compiles. Every problem of every part
 * is told at once.
 */
public final class Planner {
  private static final String WEIGHT = "a positive number";

  private final Study study;
  private final Problems problems;
  private final Positions positions = new Positions();
  private final List<Header> headers;
  private final Map<String, ColumnCheck.Located> columns;
  private final Slots slots;
  private final List<Construct> constructs = Constructs.all();

  private Planner(
      Study study,
      List<Header> headers,
      Map<String, ColumnCheck.Located> columns,
      Problems problems) {
    this.study = study;
    this.headers = headers;
    this.columns = columns;
    this.problems = problems;
    slots = new Slots(study, headers, columns);
  }

  /**
   * Plans a study.
   *
   * @throws org.caretally.problem.ProblemException with every problem of the study file and the
   *     files' headers
   */
  public static Plan plan(Study study, Library library, Problems problems) {
    List<Plan> earlier = new ArrayList<>();
    for (Study wave : study.years().earlier()) {
      earlier.add(one(wave, library, problems, List.of()));
    }
    return one(study, library, problems, earlier);
  }

  private static Plan one(Study study, Library library, Problems problems, List<Plan> earlier) {
    boolean support = !study.about().support().isEmpty();
    InstrumentPlanner instruments =
        new InstrumentPlanner(library, support, study.design().psu().isEmpty(), problems);
    Map<Study.InstrumentUse, Scoring> scorings = new LinkedHashMap<>();
    study.instruments().forEach(u -> instruments.scoring(u).ifPresent(s -> scorings.put(u, s)));
    List<Optional<Header>> headers = new ArrayList<>();
    for (Study.DataFile file : study.files()) {
      headers.add(header(file, problems));
    }
    Map<String, ColumnCheck.Located> columns = ColumnCheck.check(study, headers, problems);
    problems.throwIfErrors();
    List<Header> read = headers.stream().map(Optional::orElseThrow).toList();
    Planner planner = new Planner(study, read, columns, problems);
    Plan plan = planner.plan(instruments, scorings, earlier);
    earlier.forEach(e -> WavesAlike.check(e, plan, problems));
    problems.throwIfErrors();
    return plan;
  }

  /**
   * A header with a problem of its own is as good as none: its columns would be reported as lost
   * besides.
   */
  private static Optional<Header> header(Study.DataFile file, Problems problems) {
    Problems own = new Problems();
    Optional<Header> header =
        HeaderReader.read(file.path(), file.name(), file.format(), file.place(), own);
    own.all().forEach(problems::add);
    return own.hasErrors() ? Optional.empty() : header;
  }

  private Plan plan(
      InstrumentPlanner instruments,
      Map<Study.InstrumentUse, Scoring> scorings,
      List<Plan> earlier) {
    Roles roles = roles();
    List<Integer> declared = declared();
    scorings.forEach((use, scoring) -> instruments.place(use, scoring, slots, positions));
    Place file = Place.in(study.file().getFileName().toString());
    IdentityCheck.check(study, headers, columns, slots.all(), problems);
    GridCheck.check(positions.all(), !design().clustered(), file, problems);
    DomainPlanner planner = new DomainPlanner(positions, problems);
    List<Condition> analysis = planner.conditions(study.analysis().where());
    Cleaning cleaning = cleaning(planner, instruments.scored());
    List<Domain> domains = planner.domains(study.domains());
    MeasurePlanner measures = measures(instruments);
    List<Pair> pairs =
        new PairPlanner(positions, measures.measures(), instruments.used(), problems)
            .pairs(study.correlations(), measures.defaultNumbers());
    RegressorPlanner regressors = new RegressorPlanner(positions, domains, problems);
    ModelPlanner modelling =
        new ModelPlanner(positions, measures.measures(), measures.coverage(), regressors, problems);
    ReplicatesUse.check(study, problems);
    Study.ModelUse asked = ReplicatesUse.models(study);
    List<ModelPlan> models = modelling.models(asked);
    List<DosePlan> doses =
        new DosePlanner(positions, measures.coverage(), regressors, modelling, problems)
            .doses(asked.dose());
    Map<Cell, Plan.CellWords> cells = cells(domains);
    study.descriptives().check(design().weighted(), positions.all(), problems);
    PlannedCheck.check(study.comparisons(), cells.keySet(), problems);
    Set<String> headline = new LinkedHashSet<>();
    measures.coverage().values().forEach(m -> headline.add(m.id()));
    Set<String> changes =
        PlannedCheck.changes(
            study.comparisons(), measures.measures(), measures.coverage(), headline, problems);
    problems.throwIfErrors();
    Set<String> within = new LinkedHashSet<>(study.correlations().within());
    Design design = design();
    List<Band> safety = measures.safety(instruments.scored());
    Weighting weighting =
        study.design().weighting().map(w -> Weighting.of(w, positions)).orElse(Weighting.NONE);
    Layout layout =
        new Layout(
            withErrors(
                design,
                wanted(
                    cells,
                    within,
                    measures,
                    safety,
                    pairs,
                    instruments.used(),
                    study.descriptives().estimators(positions.all()),
                    study.comparisons())),
            !design.clustered(),
            Stream.concat(models.stream(), doses.stream().map(DosePlan::plan))
                .map(ModelPlan::model)
                .toList(),
            weighting.wanted() ? Optional.of(weighting.classes()) : Optional.empty(),
            design.errors().replicates(),
            study
                .imputation()
                .map(i -> i.plan(positions.all(), measures.coverage()).positions())
                .orElse(List.of()));
    int sex = study.sex().map(s -> positions.of(s.name())).orElse(-1);
    Coding coding =
        new Coding(
            files(),
            slots.all(),
            roles,
            declared,
            instruments.scored(),
            positions.all(),
            sex,
            sexes(sex),
            study.design().zeroWeights().equals("set_aside"),
            design,
            analysis,
            cleaning,
            domains,
            layout,
            weighting,
            study.wave().own() ? study.wave().label() : "");
    return new Plan(
        study,
        coding,
        measures.measures(),
        measures.bands(),
        measures.ends(),
        safety,
        pairs,
        models,
        doses,
        headline,
        changes,
        cells,
        Map.of(),
        within,
        instruments.used(),
        instruments.counted(),
        constructs,
        measures.coverage(),
        problems.warnings(),
        earlier);
  }

  private Roles roles() {
    Study.DesignUse design = study.design();
    int key = study.key().map(k -> slots.key(0, k.name())).orElse(-1);
    for (int file = 1; file < headers.size(); file++) {
      slots.key(file, study.key().orElseThrow().name());
    }
    int weight =
        design.weight().map(w -> slots.coded(w.name(), weights(), List.of(), WEIGHT)).orElse(-1);
    return new Roles(
        key,
        text(study.wave().column()),
        weight,
        text(design.strata()),
        text(design.psu()),
        text(design.fpc()),
        design.replicates().stream()
            .flatMap(r -> r.columns().stream())
            .map(c -> slots.coded(c.name(), weights(), List.of(), WEIGHT))
            .toList());
  }

  private Cleaning cleaning(DomainPlanner planner, List<Scored> scored) {
    boolean impossible =
        study.columns().values().stream()
            .anyMatch(c -> c.number().map(n -> n.outside() == Outside.SET_ASIDE).orElse(false));
    return new CleanPlanner(study.clean(), slots, problems).plan(planner, scored, impossible);
  }

  private static Decoder weights() {
    return text -> Weight.parse(text).orElse(Unreadable.NOT_A_NUMBER);
  }

  private int text(Optional<Study.Named> column) {
    return column.map(c -> slots.text(c.name())).orElse(-1);
  }

  private List<Integer> declared() {
    List<Integer> declared = new ArrayList<>();
    for (Study.Column column : study.columns().values()) {
      Declared made = Declared.of(column);
      positions.add(made.variable());
      declared.add(slots.declared(column, made));
    }
    return declared;
  }

  private MeasurePlanner measures(InstrumentPlanner instruments) {
    List<ScaleInfo> scales = instruments.used().stream().flatMap(u -> u.scales().stream()).toList();
    Placement placement = new Placement(constructs, scales, Library.builtIn().ids());
    MeasurePlanner measures =
        new MeasurePlanner(
            positions,
            study.interval(),
            placement,
            SafetyCheck.telling(instruments.used(), instruments.scored(), slots.all()));
    scales.forEach(measures::scale);
    study.columns().keySet().stream()
        .map(name -> positions.at(positions.of(name)))
        .filter(v -> v.kind() == Variable.Kind.NUMBER)
        .forEach(measures::number);
    return measures;
  }

  private static Map<Cell, Plan.CellWords> cells(List<Domain> domains) {
    Map<Cell, Plan.CellWords> cells = new LinkedHashMap<>();
    cells.put(Cell.EVERYBODY, new Plan.CellWords("", "", 0));
    for (Domain domain : domains) {
      List<Level> levels = domain.levels();
      for (int i = 0; i < levels.size(); i++) {
        cells.put(
            new Cell(domain.id(), levels.get(i).id()),
            new Plan.CellWords(domain.label(), levels.get(i).label(), i));
      }
    }
    return cells;
  }

  /** Leaves out what has no error under the design: estimators that need tables of answers. */
  private static Map<Cell, List<Estimator>> withErrors(
      Design design, Map<Cell, List<Estimator>> wanted) {
    if (design.errors().smoothOnly()) {
      wanted.replaceAll((c, all) -> all.stream().filter(e -> e.tables().isEmpty()).toList());
    }
    return wanted;
  }

  private static Map<Cell, List<Estimator>> wanted(
      Map<Cell, Plan.CellWords> cells,
      Set<String> within,
      MeasurePlanner measures,
      List<Band> safety,
      List<Pair> pairs,
      List<Plan.Used> used,
      List<? extends Estimator> ratios,
      ComparisonUse planned) {
    List<Estimator> always =
        measures.measures().stream().filter(Measure::inGroups).map(Measure::estimator).toList();
    List<Estimator> correlated = new ArrayList<>(always);
    pairs.forEach(p -> correlated.add(p.estimator()));
    List<Estimator> everything = new ArrayList<>();
    measures.measures().forEach(m -> everything.add(m.estimator()));
    pairs.forEach(p -> everything.add(p.estimator()));
    measures.bands().forEach(b -> everything.add(b.estimator()));
    measures.ends().forEach(b -> everything.add(b.estimator()));
    safety.forEach(b -> everything.add(b.estimator()));
    measures.measures().forEach(m -> everything.addAll(m.spread()));
    everything.addAll(ratios);
    used.stream()
        .flatMap(u -> u.reliability().stream())
        .flatMap(s -> s.lines().stream())
        .forEach(l -> everything.add(l.estimator()));
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    for (Cell cell : cells.keySet()) {
      boolean pairsToo = within.contains(cell.domain());
      wanted.put(cell, cell.equals(Cell.EVERYBODY) ? everything : pairsToo ? correlated : always);
    }
    addRanks(wanted, planned, always);
    return wanted;
  }

  /**
   * Ranks need the values of a group, so only breakdowns with a planned comparison have them; all
   * of their groups, since small ones may be shown together.
   */
  private static void addRanks(
      Map<Cell, List<Estimator>> wanted, ComparisonUse planned, List<Estimator> always) {
    List<Estimator> ranks = new ArrayList<>();
    for (Estimator estimator : always) {
      if (estimator instanceof Mean mean) {
        ranks.add(mean.ranks());
      }
    }
    Set<String> domains = planned.domains();
    wanted.replaceAll(
        (cell, estimators) -> {
          List<Estimator> more = new ArrayList<>(estimators);
          more.addAll(domains.contains(cell.domain()) ? ranks : List.of());
          return more;
        });
  }

  private Design design() {
    Study.DesignUse use = study.design();
    return new Design(
        use.weight().isPresent() || use.weighting().isPresent(),
        use.strata().isPresent(),
        use.psu().isPresent(),
        use.fpc().isPresent(),
        LonelyPsu.of(use.lonely()),
        ReplicatesUse.errors(use.replicates(), use.errors()));
  }

  private List<Integer> sexes(int position) {
    if (position < 0) {
      return List.of();
    }
    return positions.at(position).levels().stream()
        .map(l -> l.id().equals("female") ? 0 : l.id().equals("male") ? 1 : 2)
        .toList();
  }

  private List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      Header header = headers.get(i);
      files.add(
          new SourceFile(
              study.files().get(i).path().toString(),
              study.files().get(i).name(),
              header.charset().name(),
              header.delimiter(),
              header.columns().size(),
              header.least(),
              header.dataStart(),
              header.headerLines() + 1));
    }
    return files;
  }
}
