package org.caretally.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caretally.instrument.ScaleInfo;

/**
 * Finds scales that would give a safety item away. The PHQ-8 is the PHQ-9 without its question on
 * self-harm: the difference of their means in a group is the mean of that question in the group.
 * The shorter scale is therefore given for everybody only, and without its lowest and highest
 * score.
 */
final class SafetyCheck {
  private SafetyCheck() {}

  /** Returns the ids of scales that lack nothing but safety items to be another scale. */
  static Set<String> telling(List<Plan.Used> used, List<Scored> scored, List<Slot> slots) {
    Set<String> safety = new HashSet<>();
    for (Scored one : scored) {
      one.safety().forEach(s -> safety.add(column(one, s.column(), slots)));
    }
    Set<String> telling = new TreeSet<>();
    for (int i = 0; i < scored.size() && !safety.isEmpty(); i++) {
      for (ScaleInfo longer : used.get(i).scales()) {
        Set<String> all = columns(longer, scored.get(i), slots);
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(safety);
        if (rest.size() < all.size()) {
          for (int j = 0; j < scored.size(); j++) {
            for (ScaleInfo scale : used.get(j).scales()) {
              if (columns(scale, scored.get(j), slots).equals(rest)) {
                telling.add(scale.id());
              }
            }
          }
        }
      }
    }
    return telling;
  }

  private static Set<String> columns(ScaleInfo scale, Scored scored, List<Slot> slots) {
    return scale.items().stream().map(c -> column(scored, c, slots)).collect(Collectors.toSet());
  }

  private static String column(Scored scored, int column, List<Slot> slots) {
    Slot slot = slots.get(scored.slots().get(column));
    return slot.file() + "/" + slot.column();
  }
}
