package org.caretally.engine;

import java.util.function.BiConsumer;

/** The needed fields of one row, already known or decoded on demand. */
interface Fields {

  /** Returns the code of a slot, the missing mark, or a mark of {@code intake.Unreadable}. */
  long code(int slot);

  /** Returns the text of a slot, without surrounding blanks; empty when it means "no answer". */
  String text(int slot);

  /** Tells every distinct text of a slot that was decoded so far, with its code. */
  void decoded(int slot, BiConsumer<String, Long> each);

  /** Returns the line of the row in the first file. */
  long line();
}
