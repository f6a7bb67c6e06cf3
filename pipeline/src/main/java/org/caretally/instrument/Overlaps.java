package org.caretally.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which scales share items or content, so that their correlation is no finding. Scales of one
 * instrument overlap when they use the same item; others when a definition says so.
 */
public final class Overlaps {
  private final Map<String, Set<Integer>> items = new HashMap<>();
  private final Map<String, String> declared = new HashMap<>();

  private Overlaps() {}

  /** Prepares the overlaps among the scales of some instruments. */
  public static Overlaps of(List<Instrument> instruments) {
    Overlaps overlaps = new Overlaps();
    for (Instrument instrument : instruments) {
      String prefix = instrument.id() + ".";
      for (Scale scale : instrument.scales()) {
        overlaps.items.put(prefix + scale.id(), new HashSet<>(scale.method().items()));
      }
      for (Overlap o : instrument.overlaps()) {
        String reason = o.kind().equals("same_items") ? "they share items" : "they share content";
        String words = o.note().isEmpty() ? reason : reason + ": " + o.note();
        overlaps.declared.putIfAbsent(pair(prefix + o.scale(), o.with()), words);
      }
    }
    return overlaps;
  }

  /**
   * Returns why two scales overlap, in words; empty when nothing is known.
   *
   * @param a a variable of a scale, such as {@code phq9.total} or {@code
   *     phq9.total:screen_positive}
   * @param b another one
   */
  public Optional<String> between(String a, String b) {
    String first = scale(a);
    String second = scale(b);
    boolean sameInstrument = instrument(first).equals(instrument(second));
    if (sameInstrument && items.containsKey(first) && items.containsKey(second)) {
      List<Integer> shared = new ArrayList<>(items.get(first));
      shared.retainAll(items.get(second));
      if (!shared.isEmpty()) {
        return Optional.of("they share items");
      }
    }
    return Optional.ofNullable(declared.get(pair(first, second)));
  }

  private static String scale(String variable) {
    int end = variable.length();
    for (char mark : new char[] {':', '#'}) {
      int at = variable.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return variable.substring(0, end);
  }

  private static String instrument(String scale) {
    int dot = scale.indexOf('.');
    return dot < 0 ? scale : scale.substring(0, dot);
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
  }
}
