package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.codebook.Variable;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.ModelLine;
import org.caretally.estimate.Regression;
import org.caretally.estimate.Regressor;
import org.caretally.estimate.Sampling;

/** Fitted models as numbers that want to be published. */
public final class ModelFacts {
  private ModelFacts() {}

  /** Returns a fact for every coefficient of every model of every wave, but the constants. */
  public static List<Fact> of(Plan plan, SortedMap<String, Ledger> ledgers) {
    List<Fact> facts = new ArrayList<>();
    ledgers.forEach(
        (wave, ledger) -> {
          String label = wave.isEmpty() ? plan.study().wave().label() : wave;
          Sampling sampling = ledger.sampling(plan.coding().design());
          plan.models().forEach(m -> facts.addAll(of(plan, m, label, sampling)));
        });
    return facts;
  }

  private static List<Fact> of(Plan plan, ModelPlan planned, String wave, Sampling sampling) {
    Measure any = plan.measures().get(0);
    long df = sampling.of(Cell.EVERYBODY, any.estimator()).df();
    List<Fact> facts = new ArrayList<>();
    for (ModelLine line : Regression.of(planned.model(), sampling, df).lines()) {
      Map<String, String> words = words(wave, planned, line);
      facts.add(
          new Fact(
              TableKind.MODELS,
              words,
              line.estimate(),
              line.adjustedP(),
              Map.of(),
              planned.care()));
    }
    return facts;
  }

  private static Map<String, String> words(String wave, ModelPlan planned, ModelLine line) {
    Regressor regressor = planned.model().regressors().get(line.term());
    Map<String, String> words = new HashMap<>();
    words.put("wave", wave);
    words.put("model", planned.model().id());
    words.put("model_label", planned.label());
    words.put("outcome", planned.model().variable().id());
    words.put("outcome_label", planned.outcomeLabel());
    words.put("direction", planned.worse());
    words.put("with", regressor.variable().id());
    words.put("with_label", planned.labels().get(line.term()));
    words.put("group", line.group());
    words.put("reference", line.reference());
    boolean number = regressor.variable().kind() == Variable.Kind.NUMBER;
    words.put(
        "step",
        number
            ? new BigDecimal(Double.toString(line.step())).stripTrailingZeros().toPlainString()
            : "");
    return words;
  }
}
