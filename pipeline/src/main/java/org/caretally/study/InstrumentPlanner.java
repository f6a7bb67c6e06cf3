package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.instrument.AnswerCodes;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;
import org.caretally.instrument.SafetyItem;
import org.caretally.instrument.ScaleInfo;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;

/** Looks instruments up, checks that they may and can be used, and gives their items slots. */
final class InstrumentPlanner {
  private final Library library;
  private final boolean support;
  private final boolean persons;
  private final Problems problems;
  private final List<Plan.Used> used = new ArrayList<>();
  private final List<Scored> scored = new ArrayList<>();
  private final List<ScaleInfo> counted = new ArrayList<>();

  /**
   * Plans with a library.
   *
   * @param support whether the study names a place where readers get help
   * @param persons whether every person is a PSU
   */
  InstrumentPlanner(Library library, boolean support, boolean persons, Problems problems) {
    this.library = library;
    this.persons = persons;
    this.support = support;
    this.problems = problems;
  }

  List<Plan.Used> used() {
    return List.copyOf(used);
  }

  List<Scored> scored() {
    return List.copyOf(scored);
  }

  /** Returns the scales that have a status variable, in the order of the engine's counts. */
  List<ScaleInfo> counted() {
    return List.copyOf(counted);
  }

  /** Returns the scoring of a use, or nothing when it cannot be used; then a problem says why. */
  Optional<Scoring> scoring(Study.InstrumentUse use) {
    Optional<Instrument> instrument = library.find(use.id());
    if (instrument.isEmpty()) {
      add(
          Code.UNKNOWN_INSTRUMENT,
          use.place(),
          "there is no instrument \"" + use.id() + "\"",
          Nearest.to(use.id(), library.ids()),
          "");
      return Optional.empty();
    }
    permissions(use, instrument.get());
    try {
      Scoring scoring = Scoring.of(instrument.get(), options(use));
      if (scoring.items() != use.columns().size()) {
        add(
            Code.WRONG_NUMBER_OF_COLUMNS,
            use.place(),
            use.id()
                + " has "
                + scoring.items()
                + " items but "
                + use.columns().size()
                + " columns are named",
            "",
            "name one column for each item, in item order");
        return Optional.empty();
      }
      return Optional.of(scoring);
    } catch (ProblemException e) {
      e.problems().forEach(p -> problems.add(placed(p, use.place())));
      return Optional.empty();
    }
  }

  private static Problem placed(Problem p, Place place) {
    return new Problem(p.code(), place, p.what(), p.expected(), p.nearest(), p.fix());
  }

  private static ScoringOptions options(Study.InstrumentUse use) {
    return new ScoringOptions(
        use.values(),
        use.codesFrom(),
        use.variant(),
        use.maxMissing(),
        use.rounding(),
        use.cutoffs(),
        use.extraLabels(),
        use.scales());
  }

  private void permissions(Study.InstrumentUse use, Instrument instrument) {
    if (instrument.unverified() && !use.allowUnverified()) {
      add(
          Code.OPT_IN_NEEDED,
          use.place(),
          "the item key of " + use.id() + " is not confirmed by a public source",
          "",
          "compare it with your own copy, then write allow_unverified: true");
    }
    if (instrument.licence().needsConfirmation() && !use.licenceConfirmed()) {
      add(
          Code.OPT_IN_NEEDED,
          use.place(),
          use.id() + " is proprietary; the owner of the survey must hold a licence",
          "",
          "if you hold one, write licence_confirmed: true");
    }
    if (!instrument.safetyItems().isEmpty() && !support) {
      add(
          Code.SUPPORT_NEEDED,
          use.place(),
          "\"" + use.id() + "\" asks about self-harm, and \"support\" is missing",
          "",
          "support: [\"Staff support line, weekdays 9 to 17\"]");
    }
  }

  private void add(Code code, Place place, String what, String nearest, String fix) {
    problems.add(new Problem(code, place, what, "", nearest, fix));
  }

  /** Gives an instrument its slots and its places in the row. */
  void place(Study.InstrumentUse use, Scoring scoring, Slots slots, Positions positions) {
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < scoring.items(); i++) {
      AnswerCodes codes = scoring.answers(i);
      String accepted = String.join(", ", codes.accepted());
      items.add(slots.item(use, i, codes::code, accepted));
    }
    int offset = -1;
    for (Variable variable : scoring.variables()) {
      int at = positions.add(variable);
      offset = offset < 0 ? at : offset;
    }
    List<Integer> statuses = new ArrayList<>();
    for (ScaleInfo scale : scoring.scales()) {
      positions
          .find(scale.id() + "#status")
          .ifPresent(
              at -> {
                statuses.add(at);
                counted.add(scale);
              });
    }
    List<Scored.Safety> safety = safety(use.id(), scoring, positions);
    Instrument instrument = library.find(use.id()).orElseThrow();
    ScaleItemsPlanner scaleItems = new ScaleItemsPlanner(positions, persons);
    scaleItems.place(instrument, scoring);
    scored.add(new Scored(use.id(), scoring, items, offset, statuses, scaleItems.blocks(), safety));
    used.add(new Plan.Used(instrument, scoring.scales(), scoring.overrides(), scaleItems.asked()));
  }

  private static List<Scored.Safety> safety(String id, Scoring scoring, Positions positions) {
    List<Scored.Safety> safety = new ArrayList<>();
    for (SafetyItem item : scoring.safety()) {
      String name = id + "#safety" + (item.item() + 1);
      int position = positions.add(Variable.yesNo(name, name, Direction.WORSE));
      safety.add(new Scored.Safety(item.item(), position, item.atLeast()));
    }
    return safety;
  }
}
