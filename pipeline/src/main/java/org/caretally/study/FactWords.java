package org.caretally.study;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.caretally.estimate.Cell;

/** The words that go with numbers: where they belong and what they measure. */
final class FactWords {
  private final Plan plan;

  FactWords(Plan plan) {
    this.plan = plan;
  }

  Map<String, String> place(String wave, Cell cell) {
    Plan.CellWords words = plan.cells().get(cell);
    Map<String, String> place = new HashMap<>();
    place.put("wave", wave);
    place.put("domain", cell.domain());
    place.put("level", cell.level());
    place.put("domain_label", words.domainLabel());
    place.put("level_label", words.levelLabel());
    place.put("level_order", cell.equals(Cell.EVERYBODY) ? "" : Integer.toString(words.order()));
    return place;
  }

  Map<String, String> of(String wave, Cell cell, Measure measure) {
    Map<String, String> words = place(wave, cell);
    words.put("measure", measure.id());
    words.put("measure_label", measure.label());
    words.put("scale", measure.scale());
    words.put("scale_label", measure.scaleLabel());
    words.put("cutoff_label", measure.cutoffLabel());
    words.put("direction", measure.direction().name().toLowerCase(Locale.ROOT));
    words.put("construct", measure.construct());
    words.put("construct_label", plan.constructLabel(measure.construct()));
    words.put("kind", plan.kind(measure));
    words.put("range_low", measure.span().low());
    words.put("range_high", measure.span().high());
    words.put("headline", plan.headline().contains(measure.id()) ? "yes" : "");
    return words;
  }
}
