package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.caretally.codebook.Variable;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.DoseCurve;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.Form;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.ModelCheck;
import org.caretally.estimate.ModelLine;
import org.caretally.estimate.Regression;
import org.caretally.estimate.Regressor;
import org.caretally.estimate.Reliability;
import org.caretally.estimate.Sampling;

/**
 * Fitted models as numbers that want to be published.
 *
 * @param lines coefficients and average marginal effects
 * @param checks tests of terms, and what shows whether a model can be trusted
 * @param curves points of curves
 */
public record ModelFacts(List<Fact> lines, List<Fact> checks, List<Fact> curves) {
  private static final double NONE = Double.NaN;

  /** Returns the facts of all models of all waves. */
  public static ModelFacts of(Plan plan, SortedMap<String, Ledger> ledgers) {
    ModelFacts facts = new ModelFacts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (plan.models().isEmpty() && plan.doses().isEmpty()) {
      return facts;
    }
    ledgers.forEach((wave, ledger) -> new Wave(plan, wave, ledger).add(facts));
    return facts;
  }

  private record Fitted(ModelPlan plan, Regression regression) {}

  private static final class Wave {
    private final Plan plan;
    private final String label;
    private final Sampling sampling;
    private final long df;
    private final long everybody;

    Wave(Plan plan, String wave, Ledger ledger) {
      this.plan = plan;
      label = wave.isEmpty() ? plan.study().wave().label() : wave;
      sampling = ledger.sampling(plan.coding().design());
      df = sampling.of(Cell.EVERYBODY, plan.measures().get(0).estimator()).df();
      everybody = ledger.people(Cell.EVERYBODY);
    }

    private Fitted fit(ModelPlan planned) {
      return new Fitted(planned, Regression.of(planned.model(), sampling, df));
    }

    void add(ModelFacts facts) {
      for (Fitted fitted : plan.models().parallelStream().map(this::fit).toList()) {
        lines(facts.lines(), fitted);
        facts.checks().add(finding(fitted));
        checks(fitted).forEach(c -> facts.checks().add(fact(fitted, c, NONE)));
      }
      List<Fitted> doses = plan.doses().parallelStream().map(d -> fit(d.plan())).toList();
      List<List<DoseCurve.Point>> points =
          doses.parallelStream().map(f -> DoseCurve.of(f.regression())).toList();
      for (int i = 0; i < doses.size(); i++) {
        for (DoseCurve.Point point : points.get(i)) {
          facts.curves().add(fact(plan.doses().get(i), point));
        }
      }
      plan.doses().stream().map(DosePlan::of).distinct().forEach(of -> tests(facts, of, doses));
    }

    private List<ModelCheck> checks(Fitted fitted) {
      return fitted.regression().checks(everybody);
    }

    /** Tests of all curves along one number: one family for each kind of test. */
    private void tests(ModelFacts facts, String of, List<Fitted> doses) {
      List<Fitted> own = new ArrayList<>();
      for (int i = 0; i < doses.size(); i++) {
        if (plan.doses().get(i).of().equals(of)) {
          own.add(doses.get(i));
        }
      }
      List<List<ModelCheck>> made = own.parallelStream().map(this::checks).toList();
      for (String statistic : List.of("wald", "likelihood_ratio", "nonlinearity")) {
        List<ModelCheck> tests = made.stream().map(c -> check(c, statistic)).toList();
        double[] adjusted =
            FalseDiscovery.adjusted(
                tests.stream().mapToDouble(t -> t.estimate().pValue()).toArray());
        for (int i = 0; i < adjusted.length; i++) {
          facts.checks().add(fact(own.get(i), tests.get(i), adjusted[i]));
        }
      }
    }

    private static ModelCheck check(List<ModelCheck> all, String statistic) {
      return all.stream()
          .filter(c -> c.term() == 0 && c.estimate().statistic().equals(statistic))
          .findFirst()
          .orElseThrow();
    }

    private void lines(List<Fact> facts, Fitted fitted) {
      List<ModelLine> lines = fitted.regression().lines();
      for (ModelLine line : lines) {
        facts.add(fact(fitted, line, line.estimate(), line.adjustedP()));
      }
      for (ModelLine line : lines) {
        line.marginal().ifPresent(e -> facts.add(fact(fitted, line, e, NONE)));
      }
    }

    private Fact fact(Fitted fitted, ModelLine line, Estimate estimate, double adjusted) {
      Map<String, String> words = words(fitted.plan());
      term(words, fitted.plan(), line.term());
      words.put("group", line.group());
      words.put("reference", line.reference());
      words.put("step", numbers(fitted.plan(), line.term()) ? text(line.step()) : "");
      return new Fact(TableKind.MODELS, words, estimate, adjusted, Map.of(), fitted.plan().care());
    }

    private Fact fact(Fitted fitted, ModelCheck check, double adjusted) {
      Map<String, String> words = words(fitted.plan());
      if (check.term() >= 0) {
        term(words, fitted.plan(), check.term());
      }
      boolean dose = plan.doses().stream().anyMatch(d -> d.plan().equals(fitted.plan()));
      words.put("part", dose ? "curve" : "model");
      return new Fact(
          TableKind.MODEL_CHECKS,
          words,
          check.estimate(),
          adjusted,
          Map.of(),
          fitted.plan().care());
    }

    /**
     * Says whether the model could be fitted. One group alone is not named when people are
     * protected: it would be told that everybody or nobody in it is a case.
     */
    private Fact finding(Fitted fitted) {
      Regression regression = fitted.regression();
      Map<String, String> words = words(fitted.plan());
      words.put("part", "model");
      int k = plan.study().disclosure().k();
      boolean open = plan.study().disclosure().profile().equals("public-use");
      List<String> thin = regression.thin(open ? 1 : k);
      String few = open ? "without cases or without others: " : "with few cases or few others: ";
      String named =
          thin.isEmpty()
              ? ""
              : thin.size() > 1 || open
                  ? "; groups " + few + String.join(", ", thin)
                  : "; a group with few cases or few others is not named";
      words.put(
          "finding",
          regression.settled()
              ? "settled"
              : "did not settle: a group of cases or others alone, or a curve without people"
                  + named);
      Estimate steps =
          new Estimate(
              "steps",
              regression.steps(),
              NONE,
              Interval.none(""),
              df,
              regression.people(),
              -1,
              NONE,
              NONE,
              NONE,
              Reliability.FINE);
      return new Fact(TableKind.MODEL_CHECKS, words, steps, NONE, Map.of(), fitted.plan().care());
    }

    private Fact fact(DosePlan dose, DoseCurve.Point point) {
      Map<String, String> words = new HashMap<>();
      words.put("wave", label);
      words.put("of", dose.of());
      words.put("of_label", dose.label());
      words.put("at", text(point.at()));
      words.put("measure", dose.measure().id());
      words.put("measure_label", dose.measure().label());
      words.put("construct", dose.measure().construct());
      words.put("construct_label", dose.plan().label());
      List<String> others = dose.plan().labels().subList(1, dose.plan().labels().size());
      words.put("adjusted_for", String.join("; ", others));
      words.put("bands", dose.bands().map(b -> b.id()).orElse(""));
      Variable variable = dose.plan().model().regressors().get(0).variable();
      words.put(
          "cuts",
          dose.bands()
              .map(
                  b ->
                      RegressorPlanner.cuts(b, variable).stream()
                          .map(Wave::text)
                          .collect(Collectors.joining(" ")))
              .orElse(""));
      return new Fact(
          TableKind.CURVES, words, point.estimate(), NONE, Map.of(), dose.plan().care());
    }

    private Map<String, String> words(ModelPlan planned) {
      Map<String, String> words = new HashMap<>();
      words.put("wave", label);
      words.put("model", planned.model().id());
      words.put("model_label", planned.label());
      words.put("outcome", planned.model().variable().id());
      words.put("outcome_label", planned.outcomeLabel());
      words.put("direction", planned.worse());
      return words;
    }

    private static void term(Map<String, String> words, ModelPlan planned, int term) {
      List<Integer> parts = planned.model().regressorsOf(term);
      words.put("with", parts.stream().map(planned.with()::get).collect(Collectors.joining(" * ")));
      words.put(
          "with_label",
          parts.stream().map(planned.labels()::get).collect(Collectors.joining(" together with ")));
    }

    /** Whether a term is told for a step of a number. */
    private static boolean numbers(ModelPlan planned, int term) {
      return planned.model().regressorsOf(term).stream()
          .map(planned.model().regressors()::get)
          .map(Regressor::form)
          .anyMatch(f -> f instanceof Form.Plain);
    }

    private static String text(double number) {
      return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
  }
}
