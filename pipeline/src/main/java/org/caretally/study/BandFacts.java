package org.caretally.study;

import java.util.HashMap;
import java.util.Map;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Estimate;

/** Shares of bands of scores among everybody, with the words that go with them. */
record BandFacts(Plan plan, FactWords words, String wave) {

  Fact band(Band band, Estimate estimate) {
    Map<String, String> place = words.place(wave, Cell.EVERYBODY);
    place.put("scale", band.scale());
    place.put("scale_label", band.scaleLabel());
    place.put("band", band.band());
    place.put("band_label", band.label());
    place.put("band_order", Integer.toString(band.order()));
    return new Fact(TableKind.BANDS, place, estimate, Double.NaN, Map.of(), band.care());
  }

  Fact end(Band end, Estimate estimate) {
    Map<String, String> place = new HashMap<>();
    place.put("wave", wave);
    place.put("scale", end.scale());
    place.put("scale_label", end.scaleLabel());
    place.put("end", end.band());
    place.put("score", end.label());
    return new Fact(TableKind.ENDS, place, estimate, Double.NaN, Map.of(), end.care());
  }

  Fact safety(Band line, Estimate estimate) {
    String name =
        plan.used().stream()
            .filter(u -> u.instrument().id().equals(line.scale()))
            .map(u -> u.instrument().name())
            .findFirst()
            .orElse(line.scale());
    Map<String, String> place = new HashMap<>();
    place.put("wave", wave);
    place.put("measure", line.band());
    place.put("label", name + " question on self-harm, any answer above the lowest");
    return new Fact(TableKind.SAFETY, place, estimate, Double.NaN, Map.of(), line.care());
  }
}
