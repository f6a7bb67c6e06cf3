package org.caretally.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Row;
import org.caretally.codebook.Missing;
import org.caretally.study.Slot;

/**
 * Fields of a joined row; a file without the respondent gives empty texts. The identifier stands
 * once in the row, for all files.
 */
final class RowFields implements Fields {
  private final List<Slot> slots;
  private final List<Map<String, Long>> codes;
  private final int[] places;
  private Row row;

  RowFields(List<Slot> slots) {
    this.slots = slots;
    places = new int[slots.size()];
    codes = slots.stream().map(s -> (Map<String, Long>) new HashMap<String, Long>()).toList();
  }

  /** Turns to another row. */
  void attach(Row next) {
    if (row == null) {
      List<String> names = List.of(next.schema().fieldNames());
      for (int i = 0; i < places.length; i++) {
        int at = names.indexOf(JoinedFiles.slot(i));
        places[i] = at < 0 ? names.indexOf("key") : at;
      }
    }
    row = next;
  }

  /** Returns whether the row of a file is part of this row. */
  boolean has(int file) {
    return !row.isNullAt(row.fieldIndex(JoinedFiles.line(file)));
  }

  private String raw(int slot) {
    int at = places[slot];
    return row.isNullAt(at) ? "" : row.getString(at);
  }

  @Override
  public long code(int slot) {
    // Somebody who is not in a file was not asked, even where an empty cell of it is an answer.
    if (row.isNullAt(places[slot])) {
      return Missing.MARK;
    }
    return codes.get(slot).computeIfAbsent(raw(slot), slots.get(slot)::code);
  }

  @Override
  public String text(int slot) {
    String text = raw(slot);
    return slots.get(slot).missing().contains(text) ? "" : text;
  }

  @Override
  public void decoded(int slot, BiConsumer<String, Long> each) {
    codes.get(slot).forEach((text, code) -> each.accept(text.strip(), code));
  }

  @Override
  public long line() {
    return row.getLong(row.fieldIndex(JoinedFiles.line(0)));
  }
}
