package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.codebook.Variable;
import org.caretally.disclosure.Care;
import org.caretally.estimate.Form;
import org.caretally.estimate.Model;
import org.caretally.estimate.Regressor;
import org.caretally.instrument.Construct;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns the models a study asks for, or the default one on burnout, into models. */
final class ModelPlanner {
  private static final String BURNOUT = "burnout";

  private final Positions positions;
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final Map<Construct, Measure> coverage;
  private final Problems problems;
  private final RegressorPlanner regressors;

  ModelPlanner(
      Positions positions,
      List<Measure> measures,
      Map<Construct, Measure> coverage,
      RegressorPlanner regressors,
      Problems problems) {
    this.regressors = regressors;
    this.positions = positions;
    measures.forEach(m -> this.measures.put(m.id(), m));
    this.coverage = coverage;
    this.problems = problems;
  }

  List<ModelPlan> models(Study.ModelUse use) {
    if (use.byDefault()) {
      return burnout().stream().toList();
    }
    List<ModelPlan> models = new ArrayList<>();
    use.asked().forEach(a -> asked(a).ifPresent(models::add));
    return models;
  }

  /**
   * What goes with burnout: its score on all declared numbers and the figures that stand for the
   * protective factors, none of them from the instrument of the outcome.
   */
  private Optional<ModelPlan> burnout() {
    Optional<Measure> carrier =
        coverage.entrySet().stream()
            .filter(e -> e.getKey().id().equals(BURNOUT))
            .map(Map.Entry::getValue)
            .findFirst();
    if (carrier.isEmpty()) {
      return Optional.empty();
    }
    String outcome = carrier.get().scale();
    String instrument = outcome.substring(0, outcome.indexOf('.') + 1);
    Set<String> with = new LinkedHashSet<>();
    measures.values().stream().filter(m -> !m.ofScale()).forEach(m -> with.add(m.id()));
    coverage.forEach(
        (construct, measure) -> {
          if (construct.kind() == Construct.Kind.PROTECTIVE
              && !measure.scale().startsWith(instrument)) {
            with.add(measure.id());
          }
        });
    if (with.isEmpty()) {
      return Optional.empty();
    }
    Variable variable = positions.at(positions.of(outcome));
    return Optional.of(
        plan(
            new Study.ModelAsked(
                BURNOUT,
                "What goes with burnout",
                outcome,
                Optional.empty(),
                List.copyOf(with),
                Study.TermUse.PLAIN,
                Place.in("models")),
            kind(variable),
            BURNOUT));
  }

  private static Model.Kind kind(Variable outcome) {
    return outcome.kind() == Variable.Kind.NUMBER ? Model.Kind.LINEAR : Model.Kind.PREVALENCE_RATIO;
  }

  private Optional<ModelPlan> asked(Study.ModelAsked asked) {
    boolean known = positions.find(asked.outcome()).isPresent();
    if (!known) {
      regressors.known(asked.outcome(), asked.place());
    }
    for (String name : asked.with()) {
      known &= regressors.known(name, asked.place());
    }
    if (!known) {
      return Optional.empty();
    }
    Variable outcome = positions.at(positions.of(asked.outcome()));
    Model.Kind kind =
        asked.kind().map(k -> Model.Kind.valueOf(k.toUpperCase(Locale.ROOT))).orElse(kind(outcome));
    boolean number = outcome.kind() == Variable.Kind.NUMBER;
    if (outcome.kind() == Variable.Kind.LEVELS || (number && kind != Model.Kind.LINEAR)) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              asked.place(),
              "\"" + asked.outcome() + "\" cannot be the outcome of this kind of model",
              "a scale or number for kind: linear; a cut-off such as phq9.total:screen_positive"
                  + " for every kind",
              "",
              number ? "kind: linear" : "name a scale, a number or a cut-off"));
      return Optional.empty();
    }
    return Optional.of(plan(asked, kind, asked.id()));
  }

  /** Makes a model of known names. */
  ModelPlan plan(Study.ModelAsked asked, Model.Kind kind, String pool) {
    List<String> with = asked.with();
    List<Regressor> all = new ArrayList<>();
    with.forEach(n -> all.add(regressors.regressor(n, asked.terms(), asked.place())));
    List<Model.Interaction> pairs = new ArrayList<>();
    for (List<String> pair : asked.terms().interactions()) {
      int first = with.indexOf(pair.get(0));
      int second = with.indexOf(pair.get(1));
      straight(all.get(first), asked.place());
      straight(all.get(second), asked.place());
      pairs.add(new Model.Interaction(first, second));
    }
    String outcome = asked.outcome();
    int at = positions.of(outcome);
    Variable variable = positions.at(at);
    List<String> labels = with.stream().map(this::label).toList();
    Model model = new Model(asked.id(), kind, at, variable, all, pairs, pool);
    String worse = variable.direction().name().toLowerCase(Locale.ROOT);
    String label = asked.label().isEmpty() ? "Model " + asked.id() : asked.label();
    return new ModelPlan(label, label(outcome), worse, with, labels, care(outcome, with), model);
  }

  /** A product with each column of a curve could be read by nobody. */
  private void straight(Regressor regressor, Place place) {
    if (regressor.form() instanceof Form.Spline) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              place,
              "\"" + regressor.variable().id() + "\" is a curve and in an interaction",
              "a curve or an interaction; bands may be in interactions",
              "",
              "name a breakdown that cuts it into bands instead"));
    }
  }

  private String label(String name) {
    Measure measure = measures.get(name);
    if (measure == null) {
      return regressors.label(name);
    }
    String label = measure.cutoffLabel().isEmpty() ? measure.scaleLabel() : measure.label();
    return coverage.entrySet().stream()
        .filter(e -> e.getValue().id().equals(name))
        .map(e -> e.getKey().label() + ": " + label)
        .findFirst()
        .orElse(label);
  }

  /** A cell of a table of groups and cases is held to the strict rule, whatever it is about. */
  private Care care(String outcome, List<String> with) {
    int base = 0;
    List<String> all = new ArrayList<>(with);
    all.add(outcome);
    for (String name : all) {
      base =
          Math.max(base, measures.containsKey(name) ? measures.get(name).care().smallestBase() : 0);
    }
    return new Care(true, base);
  }
}
