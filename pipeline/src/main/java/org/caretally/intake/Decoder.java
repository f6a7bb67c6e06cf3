package org.caretally.intake;

import java.io.Serializable;

/** Turns the text of one cell into a code. Pure: the same text always gives the same code. */
@FunctionalInterface
public interface Decoder extends Serializable {

  /**
   * Returns the code of a text that is not a missing text.
   *
   * @param text the cell without surrounding blanks, not empty
   * @return a code, or one of the marks of {@link Unreadable}
   */
  long code(String text);
}
