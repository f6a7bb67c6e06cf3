package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.codebook.Missing;
import org.caretally.intake.DecimalComma;
import org.caretally.intake.Decoder;
import org.caretally.intake.FileFormat;
import org.caretally.intake.Header;
import org.caretally.intake.MissingTexts;

/**
 * Collects the columns a study needs, each once. A column that is used as text (weight, stratum,
 * key …) and as a declared variable shares a slot.
 */
final class Slots {
  private final Study study;
  private final List<Header> headers;
  private final Map<String, ColumnCheck.Located> columns;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<ColumnCheck.Located, Integer> known = new HashMap<>();

  Slots(Study study, List<Header> headers, Map<String, ColumnCheck.Located> columns) {
    this.study = study;
    this.headers = headers;
    this.columns = columns;
  }

  /** Returns the slot of a column that is only used as text. */
  int text(String column) {
    return put(columns.get(column), null, List.of(), "");
  }

  /** Returns the slot of a column with a decoder. */
  int coded(String column, Decoder decoder, List<String> alsoMissing, String accepted) {
    return put(columns.get(column), decoder, alsoMissing, accepted);
  }

  /** Returns the slot of an item of an instrument. */
  int item(Study.InstrumentUse use, int item, Decoder decoder, String accepted) {
    return study.years().notAsked().contains(use.id())
        ? absent()
        : coded(use.columns().get(item), decoder, use.missing(), accepted);
  }

  /** A slot without answers; it looks at a column that is read anyway. */
  private int absent() {
    ColumnCheck.Located any = columns.values().iterator().next();
    MissingTexts none = new MissingTexts(Set.of());
    slots.add(new Slot(any.file(), any.column(), "not asked", text -> Missing.MARK, none, ""));
    return slots.size() - 1;
  }

  /** Returns the slot of a declared variable. */
  int declared(Study.Column column, Declared made) {
    if (study.years().notAsked().contains(column.name())) {
      return absent();
    }
    int slot = coded(column.column(), made.decoder(), column.missing(), made.accepted());
    if (column.choice().map(Study.Choice::blankIsNo).orElse(false)) {
      Slot usual = slots.get(slot);
      MissingTexts none = usual.missing().butBlank();
      slots.set(
          slot,
          new Slot(
              usual.file(), usual.column(), usual.name(), usual.decoder(), none, usual.accepted()));
    }
    return slot;
  }

  /** Returns the slot of the key in one file. */
  int key(int file, String column) {
    int at = ColumnCheck.keyAt(headers.get(file), column, headers.size()).orElseThrow();
    return put(new ColumnCheck.Located(file, at), null, List.of(), "");
  }

  private int put(
      ColumnCheck.Located at, Decoder decoder, List<String> alsoMissing, String accepted) {
    Integer slot = known.get(at);
    if (slot != null && (decoder == null || slots.get(slot).decoder() == null)) {
      if (decoder != null) {
        slots.set(slot, slot(at, decoder, alsoMissing, accepted));
      }
      return slot;
    }
    known.put(at, slots.size());
    slots.add(slot(at, decoder, alsoMissing, accepted));
    return slots.size() - 1;
  }

  private Slot slot(
      ColumnCheck.Located at, Decoder decoder, List<String> alsoMissing, String accepted) {
    FileFormat format = study.files().get(at.file()).format();
    Set<String> texts = new LinkedHashSet<>(study.missing());
    texts.addAll(alsoMissing);
    String name = headers.get(at.file()).columns().get(at.column());
    MissingTexts none = new MissingTexts(texts);
    boolean comma = format.decimalComma() && decoder != null;
    Decoder read = comma ? new DecimalComma(decoder) : decoder;
    return new Slot(at.file(), at.column(), name, read, none, accepted);
  }

  List<Slot> all() {
    return List.copyOf(slots);
  }
}
