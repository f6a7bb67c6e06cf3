package org.caretally.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caretally.codebook.Missing;
import org.caretally.intake.Unreadable;

/**
 * In which ways the answers of a column are written. The texts themselves stay inside the engine;
 * only which columns write one answer in several ways leaves it. Merging is in any order.
 */
final class Spellings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Texts of a code that are remembered; two are enough to know. */
  private static final int MOST = 4;

  private final TreeMap<Integer, TreeMap<Long, TreeSet<String>>> seen = new TreeMap<>();

  /** Notes that a text of a column was read as a code. */
  void add(int slot, long code, String text) {
    if (!Missing.is(code) && !Unreadable.is(code)) {
      keep(slot, code, text);
    }
  }

  /** Keeps the first texts in their own order, so that the order of rows makes no difference. */
  private void keep(int slot, long code, String text) {
    TreeSet<String> texts =
        seen.computeIfAbsent(slot, k -> new TreeMap<>())
            .computeIfAbsent(code, k -> new TreeSet<>());
    texts.add(text);
    if (texts.size() > MOST) {
      texts.pollLast();
    }
  }

  void merge(Spellings other) {
    other.seen.forEach(
        (slot, codes) ->
            codes.forEach((code, texts) -> texts.forEach(text -> keep(slot, code, text))));
  }

  /** Returns the slots where some answer is written in more than one way. */
  List<Integer> several() {
    List<Integer> slots = new ArrayList<>();
    seen.forEach(
        (slot, codes) -> {
          if (codes.values().stream().anyMatch(t -> t.size() > 1)) {
            slots.add(slot);
          }
        });
    return slots;
  }
}
