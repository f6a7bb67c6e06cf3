package org.caretally.report.chart;

/** The two widths a picture is drawn in. */
enum Format {
  /** Screens and paper. */
  WIDE(760, "wide", ""),
  /** Phones. */
  NARROW(372, "narrow", "-n");

  private final int width;
  private final String className;
  private final String suffix;

  Format(int width, String className, String suffix) {
    this.width = width;
    this.className = className;
    this.suffix = suffix;
  }

  /** Returns the width in pixels. */
  int width() {
    return width;
  }

  /** Returns the class of the picture. */
  String className() {
    return className;
  }

  /** Returns what its ids end with. */
  String suffix() {
    return suffix;
  }

  /** Returns whether this is the one for phones. */
  boolean narrow() {
    return this == NARROW;
  }
}
