package org.caretally.report.chart;

/**
 * How words in a picture look.
 *
 * @param className class of the text element: {@code t} 12 px, {@code s} 11 px, {@code b} bold
 * @param ink colour
 */
record Style(String className, Ink ink) {
  /** Labels. */
  static final Style LABEL = new Style("t", Ink.INK);

  /** Axis words and notes. */
  static final Style NOTE = new Style("s", Ink.MUTED);

  /** Words that stand out. */
  static final Style BOLD = new Style("t b", Ink.INK);

  /** Size to measure bold words with: they are about a tenth wider than plain ones of 12 px. */
  static final double BOLD_SIZE = 13.2;

  /** Numbers in columns. */
  static final Style NUMBER = new Style("t", Ink.INK);
}
