package org.caretally.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.caretally.study.Coding;
import org.caretally.study.Slot;
import org.caretally.study.SourceFile;

/** Walks over the records of runs of one file of a study. */
final class SourceReader {
  private final SourceFile source;
  private final int[] slotOf;
  private final int[] places;
  private final int slots;
  private final Iterator<Split> splits;
  private final ByteFields fields;
  private ByteRecords records;

  SourceReader(Coding coding, int file, Iterator<Split> splits) {
    source = coding.files().get(file);
    slots = coding.slots().size();
    slotOf = new int[source.fields()];
    places = places(coding.slots(), file, slotOf);
    this.splits = splits;
    fields = new ByteFields(coding.slots(), places);
  }

  /**
   * Fills for every field of the file the first slot that wants it, or -1; returns for every slot
   * the slot under which its field is found: a column may be wanted as a weight and as a variable.
   */
  private static int[] places(List<Slot> slots, int file, int[] slotOf) {
    Arrays.fill(slotOf, -1);
    int[] places = new int[slots.size()];
    for (int i = 0; i < places.length; i++) {
      Slot slot = slots.get(i);
      if (slot.file() == file) {
        if (slotOf[slot.column()] < 0) {
          slotOf[slot.column()] = i;
        }
        places[i] = slotOf[slot.column()];
      }
    }
    return places;
  }

  /** Returns the raw text of a slot of this file. */
  String text(int slot) {
    return records.text(places[slot]);
  }

  /** Moves to the next record; returns false behind the last one. */
  boolean next() throws IOException {
    while (records == null || !records.next()) {
      if (records != null) {
        records.close();
        records = null;
      }
      if (!splits.hasNext()) {
        return false;
      }
      records = new ByteRecords(source, splits.next(), slotOf, slots);
      fields.attach(records);
    }
    return true;
  }

  /**
   * Returns whether the record does not have the header's number of fields. Empty fields at its end
   * do not count: platforms write more or fewer of them than their header has.
   */
  boolean ragged() {
    return records.malformed()
        || records.filled() > source.fields()
        || records.fields() < source.least();
  }

  ByteRecords records() {
    return records;
  }

  ByteFields fields() {
    return fields;
  }

  /** Returns what a function makes of every record, skipping null, one at a time. */
  <T> Iterator<T> each(Function<SourceReader, T> make) {
    return new Iterator<>() {
      private T ahead = advance();

      private T advance() {
        try {
          T made = null;
          while (made == null && SourceReader.this.next()) {
            made = make.apply(SourceReader.this);
          }
          return made;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public T next() {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        T result = ahead;
        ahead = advance();
        return result;
      }
    };
  }
}
