package org.caretally.report.chart;

/** Which point of a piece of text stands at its place. */
enum Anchor {
  /** The text begins there. */
  START(""),
  /** The text is centred there. */
  MIDDLE(" text-anchor=\"middle\""),
  /** The text ends there. */
  END(" text-anchor=\"end\"");

  private final String attribute;

  Anchor(String attribute) {
    this.attribute = attribute;
  }

  /** Returns the attribute to write, with a leading space. */
  String attribute() {
    return attribute;
  }
}
