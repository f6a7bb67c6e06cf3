package org.caretally.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Distribution;
import org.caretally.engine.Outcome;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.ItemCounts;
import org.caretally.study.Plan;
import org.caretally.study.ScoreCounts;
import org.caretally.study.Scored;

/** Gathers the answers to every item, for the gate. Items on self-harm are left out. */
final class ItemTables {
  private final Plan plan;

  ItemTables(Plan plan) {
    this.plan = plan;
  }

  List<Distribution> distributions(Outcome outcome) {
    List<Distribution> all = new ArrayList<>();
    outcome
        .counts()
        .forEach(
            (wave, counts) ->
                wave(wave.isEmpty() ? plan.study().wave().label() : wave, counts, all));
    return all;
  }

  private void wave(String wave, ScoreCounts counts, List<Distribution> all) {
    List<Scored> scored = plan.coding().scored();
    for (int i = 0; i < scored.size(); i++) {
      Scored one = scored.get(i);
      Set<Integer> safety =
          one.safety().stream().map(Scored.Safety::column).collect(Collectors.toSet());
      for (int c = 0; c < one.scoring().items(); c++) {
        if (!safety.contains(c)) {
          all.add(
              distribution(wave, one, plan.used().get(i).instrument(), counts.items().get(i), c));
        }
      }
    }
  }

  private Distribution distribution(
      String wave, Scored scored, Instrument instrument, ItemCounts counts, int column) {
    Map<String, String> words =
        Map.of(
            "wave", wave,
            "instrument", instrument.name(),
            "item", instrument.items().get(scored.scoring().item(column)).name(),
            "column", plan.coding().slots().get(scored.slots().get(column)).name(),
            "kind", kind(instrument));
    long blank = counts.blank(column);
    long notAsked = counts.notAsked(column);
    return new Distribution(
        words,
        counts.codes(column),
        counts.counts(column),
        counts.people() - blank - notAsked,
        blank,
        notAsked,
        care(instrument));
  }

  private static String kind(Instrument instrument) {
    boolean protects = instrument.constructs().stream().anyMatch(c -> c.startsWith("protective."));
    return protects ? "protective" : "challenge";
  }

  private static Care care(Instrument instrument) {
    boolean substance = instrument.constructs().stream().anyMatch(c -> c.startsWith("substance"));
    return new Care(substance, 0);
  }
}
