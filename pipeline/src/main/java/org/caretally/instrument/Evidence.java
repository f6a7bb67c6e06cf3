package org.caretally.instrument;

import java.util.Locale;

/** How far a rule of an instrument has been confirmed. */
public enum Evidence {
  /** Confirmed in a public source. */
  LOOKUP("confirmed in a public source"),
  /** Known from the published instrument, not confirmed. */
  KNOWLEDGE("known, not confirmed"),
  /** Common practice or a default of this product, not a rule of the authors. */
  CONVENTION("convention, not a rule of the authors"),
  /** Sources disagree. */
  UNCERTAIN("uncertain: sources disagree or it must be checked"),
  /** Written for this product or for the user's own survey, not validated. */
  PROJECT("written for this project, not validated");

  private final String words;

  Evidence(String words) {
    this.words = words;
  }

  /** Returns the mark in plain words. */
  public String words() {
    return words;
  }

  /** Returns the mark as it is written in a definition. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
