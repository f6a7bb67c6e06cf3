package org.caretally.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.caretally.study.Slot;

/** Fields straight from the bytes of a file. */
final class ByteFields implements Fields {
  private final List<Slot> slots;
  private final int[] places;
  private final CodeCache<Long>[] codes;
  private final CodeCache<String>[] texts;
  private ByteRecords records;

  @SuppressWarnings({"unchecked", "rawtypes"})
  ByteFields(List<Slot> slots, int[] places) {
    this.slots = slots;
    this.places = places.clone();
    codes = new CodeCache[slots.size()];
    texts = new CodeCache[slots.size()];
    for (int i = 0; i < slots.size(); i++) {
      codes[i] = new CodeCache<>();
      texts[i] = new CodeCache<>();
    }
  }

  /** Turns to the records of another run; what is known of texts stays known. */
  void attach(ByteRecords next) {
    records = next;
  }

  @Override
  public long code(int slot) {
    byte[] bytes = records.bytes();
    int from = records.from(places[slot]);
    int to = records.to(places[slot]);
    Long known = codes[slot].get(bytes, from, to);
    if (known == null) {
      known = slots.get(slot).code(records.text(places[slot]));
      codes[slot].put(bytes, from, to, known);
    }
    return known;
  }

  @Override
  public String text(int slot) {
    byte[] bytes = records.bytes();
    int from = records.from(places[slot]);
    int to = records.to(places[slot]);
    String known = texts[slot].get(bytes, from, to);
    if (known == null) {
      String text = records.text(places[slot]);
      known = slots.get(slot).missing().contains(text) ? "" : text;
      texts[slot].put(bytes, from, to, known);
    }
    return known;
  }

  @Override
  public void decoded(int slot, BiConsumer<String, Long> each) {
    codes[slot].each(
        (bytes, code) -> each.accept(new String(bytes, StandardCharsets.UTF_8).strip(), code));
  }

  @Override
  public long line() {
    return records.line();
  }
}
