package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Imputation;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Ledger;

/**
 * What stands for the challenges, everybody in the newest wave: as analysed, and with missing
 * scores filled in.
 */
public final class ImputationFacts {
  private static final double NONE = Double.NaN;

  private ImputationFacts() {}

  /** Returns the facts; none unless the study asks. */
  public static List<Fact> of(Plan plan, SortedMap<String, Ledger> ledgers) {
    if (plan.study().imputation().isEmpty() || ledgers.isEmpty()) {
      return List.of();
    }
    ImputationUse use = plan.study().imputation().get();
    String wave = ledgers.lastKey();
    Ledger ledger = ledgers.get(wave);
    List<Measure> measures = ImputationUse.measures(plan.coverage());
    List<Estimator> estimators = measures.stream().map(Measure::estimator).toList();
    List<Imputation.Answer> answers =
        new Imputation(use.plan(plan.coding().variables(), plan.coverage()))
            .answers(ledger, plan.coding().design(), estimators, plan.coding().variables().size());
    String label = wave.isEmpty() ? plan.study().wave().label() : wave;
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      add(facts, plan, measures.get(i), label, answers.get(i), ledger.people(Cell.EVERYBODY));
    }
    return facts;
  }

  private static void add(
      List<Fact> facts,
      Plan plan,
      Measure measure,
      String wave,
      Imputation.Answer answer,
      long everybody) {
    Estimate analysed = answer.analysed();
    Map<String, String> words = new FactWords(plan).of(wave, Cell.EVERYBODY, measure);
    words.put("data_sets", Integer.toString(plan.study().imputation().orElseThrow().sets()));
    Estimate missing =
        new Estimate(
            "missing_information",
            answer.missing(),
            NONE,
            Interval.none(""),
            answer.imputed().df(),
            analysed.n(),
            analysed.cases(),
            NONE,
            NONE,
            NONE,
            analysed.reliability());
    long filled = Double.isNaN(answer.missing()) ? 0 : everybody - analysed.n();
    fact(facts, measure, words, "as_analysed", analysed, 0);
    fact(facts, measure, words, "imputed", answer.imputed(), filled);
    fact(facts, measure, words, "imputed", missing, filled);
  }

  private static void fact(
      List<Fact> facts,
      Measure measure,
      Map<String, String> words,
      String answers,
      Estimate estimate,
      long filled) {
    Map<String, String> own = new HashMap<>(words);
    own.put("answers", answers);
    Map<String, Long> counts = Map.of("filled_in", filled);
    facts.add(new Fact(TableKind.IMPUTATION, own, estimate, NONE, counts, measure.care()));
  }
}
