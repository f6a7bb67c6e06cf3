package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.intake.Decoder;
import org.caretally.intake.Header;
import org.caretally.intake.MissingTexts;

/**
 * Collects the columns a study needs, each once. A column that is used as text (weight, stratum, key …) and as a declared
 * variable shares a slot.
 */
final class Slots {
  private final List<Header> headers;
  private final List<String> missing;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Integer> byColumn = new HashMap<>();

  Slots(List<Header> headers, List<String> missing) {
    this.headers = headers;
    this.missing = missing;
  }

  /** Returns the slot of a column that is only used as text; -1 for no column. */
  int text(String column) {
    return column.isEmpty() ? -1 : put(fileOf(column), column, null, List.of(), "");
  }

  /** Returns the slot of a column with a decoder. */
  int coded(String column, Decoder decoder, List<String> alsoMissing, String accepted) {
    return put(fileOf(column), column, decoder, alsoMissing, accepted);
  }

  /** Returns the slot of the key in one file. */
  int key(int file, String column) {
    return put(file, column, null, List.of(), "");
  }

  private int fileOf(String column) {
    for (int file = 0; file < headers.size(); file++) {
      if (headers.get(file).columns().contains(column)) {
        return file;
      }
    }
    throw new IllegalArgumentException("column was not checked: " + column);
  }

  private int put(
      int file, String column, Decoder decoder, List<String> alsoMissing, String accepted) {
    String id = file + "/" + column;
    Integer known = byColumn.get(id);
    if (known != null && (decoder == null || slots.get(known).decoder() == null)) {
      if (decoder != null) {
        slots.set(known, slot(file, column, decoder, alsoMissing, accepted));
      }
      return known;
    }
    byColumn.put(id, slots.size());
    slots.add(slot(file, column, decoder, alsoMissing, accepted));
    return slots.size() - 1;
  }

  private Slot slot(
      int file, String column, Decoder decoder, List<String> alsoMissing, String accepted) {
    Set<String> texts = new LinkedHashSet<>(missing);
    texts.addAll(alsoMissing);
    int at = headers.get(file).columns().indexOf(column);
    return new Slot(file, at, column, decoder, new MissingTexts(texts), accepted);
  }

  List<Slot> all() {
    return List.copyOf(slots);
  }
}
