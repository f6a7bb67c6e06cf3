package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlapsTest {
  private static final Library LIBRARY = Library.builtIn();

  private static Overlaps of(String... ids) {
    return Overlaps.of(
        java.util.Arrays.stream(ids).map(id -> LIBRARY.find(id).orElseThrow()).toList());
  }

  @Test
  void sharedItemsAndSharedContentAreNamed() {
    Overlaps overlaps = of("phq9", "isi", "gad7", "cbi");
    assertEquals(Optional.of("they share items"), overlaps.between("phq9.total", "phq9.phq2"));
    assertEquals(
        Optional.of("they share content: PHQ-9 item 3 is sleep, item 4 is tiredness"),
        overlaps.between("isi.total", "phq9.total:screen_positive"));
    assertEquals(
        Optional.of("they share content: exhaustion is a part of burnout"),
        overlaps.between("cbi.work", "cbi.personal"));
    assertEquals(Optional.empty(), overlaps.between("phq9.total", "gad7.total"));
    assertEquals(Optional.empty(), overlaps.between("age", "gad7.total"));
  }

  @Test
  void everyDeclaredOverlapNamesAScaleAndIsDeclaredOnBothSides() {
    for (String id : LIBRARY.ids()) {
      for (Overlap o : LIBRARY.find(id).orElseThrow().overlaps()) {
        String other = o.with().substring(0, o.with().indexOf('.'));
        String scale = o.with().substring(other.length() + 1);
        Instrument instrument = LIBRARY.find(other).orElseThrow();
        assertTrue(instrument.scale(scale).isPresent(), id + " " + o);
        List<Overlap> back =
            instrument.overlaps().stream()
                .filter(b -> b.scale().equals(scale) && b.with().equals(id + "." + o.scale()))
                .toList();
        assertEquals(1, back.size(), id + " " + o);
      }
    }
  }
}
