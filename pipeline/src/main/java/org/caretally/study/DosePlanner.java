package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Domain;
import org.caretally.estimate.Model;
import org.caretally.instrument.Construct;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Plans the curves of challenges along a number. */
final class DosePlanner {
  private final Positions positions;
  private final Map<Construct, Measure> coverage;
  private final RegressorPlanner regressors;
  private final ModelPlanner models;
  private final Problems problems;

  DosePlanner(
      Positions positions,
      Map<Construct, Measure> coverage,
      RegressorPlanner regressors,
      ModelPlanner models,
      Problems problems) {
    this.positions = positions;
    this.coverage = coverage;
    this.regressors = regressors;
    this.models = models;
    this.problems = problems;
  }

  /**
   * How each challenge goes with a number, as curves: those the study asks for, or without being
   * asked one for each number that is cut into three or more bands and has a better and a worse
   * side, with knots where its bands begin.
   */
  List<DosePlan> doses(Study.DoseUse use) {
    List<DosePlan> doses = new ArrayList<>();
    if (!use.of().isEmpty()) {
      asked(use, doses);
    }
    for (Domain domain : use.byDefault() ? regressors.banded() : List.<Domain>of()) {
      Variable variable = positions.at(domain.axes().get(0).variable());
      List<Double> cuts = RegressorPlanner.cuts(domain, variable);
      boolean fits = RegressorPlanner.fits(variable, cuts);
      boolean taken = doses.stream().anyMatch(d -> d.of().equals(variable.id()));
      if (variable.direction() != Direction.NEUTRAL && fits && !taken) {
        List<String> knots = List.of(domain.id());
        challenges(variable, Optional.of(domain), knots, List.of(), use.place(), doses);
      }
    }
    return doses;
  }

  private void asked(Study.DoseUse use, List<DosePlan> doses) {
    boolean known = regressors.known(use.of(), use.place());
    for (String name : use.with()) {
      known &= regressors.known(name, use.place());
    }
    if (!known) {
      return;
    }
    Optional<Variable> number =
        positions.find(use.of()).map(positions::at).filter(v -> v.kind() == Variable.Kind.NUMBER);
    if (number.isEmpty()) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              use.place(),
              "\"" + use.of() + "\" is no number, so no curve can go along it",
              "a scale or a declared number",
              "",
              "of: caseload"));
      return;
    }
    Variable variable = number.get();
    Optional<Domain> bands =
        regressors.banded().stream()
            .filter(d -> d.axes().get(0).variable() == positions.of(use.of()))
            .findFirst();
    challenges(variable, bands, use.knots(), use.with(), use.place(), doses);
  }

  private void challenges(
      Variable variable,
      Optional<Domain> bands,
      List<String> knots,
      List<String> others,
      Place place,
      List<DosePlan> doses) {
    String of = variable.id();
    Study.TermUse terms = new Study.TermUse(Map.of(), Map.of(of, knots), List.of());
    List<String> with = new ArrayList<>(List.of(of));
    with.addAll(others);
    if (regressors.knots(variable, knots, place).isEmpty()) {
      return;
    }
    coverage.forEach(
        (construct, measure) -> {
          boolean same = with.contains(measure.id()) || with.contains(measure.scale());
          if (construct.kind() == Construct.Kind.CHALLENGE && !same && measure.inGroups()) {
            Study.ModelAsked asked =
                new Study.ModelAsked(
                    of + "/" + measure.id(),
                    construct.label(),
                    measure.id(),
                    Optional.empty(),
                    List.copyOf(with),
                    terms,
                    place);
            Variable outcome = positions.at(positions.of(measure.id()));
            Model.Kind kind =
                outcome.kind() == Variable.Kind.NUMBER ? Model.Kind.LINEAR : Model.Kind.LOGISTIC;
            doses.add(
                new DosePlan(
                    of, variable.label(), measure, bands, models.plan(asked, kind, "dose " + of)));
          }
        });
  }
}
