package org.caretally.engine;

/** The needed fields of one row, already known or decoded on demand. */
interface Fields {

  /** Returns the code of a slot, the missing mark, or a mark of {@code intake.Unreadable}. */
  long code(int slot);

  /** Returns the text of a slot, without surrounding blanks; empty when it means "no answer". */
  String text(int slot);

  /** Returns the line of the row in the first file. */
  long line();
}
