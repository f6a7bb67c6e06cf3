package org.caretally.disclosure;

/**
 * One cell of a table that may be published: words, a number that passed the gate, or the mark of a
 * withheld one.
 */
public sealed interface Cell permits Words, Shown, Withheld {

  /** Returns what a table prints. */
  String text();
}
