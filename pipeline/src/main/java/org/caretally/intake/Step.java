package org.caretally.intake;

/**
 * Where a row of data ends up. Every row read ends in exactly one of the last steps or is set aside
 * for one reason: the first that applies, in the order of the constants.
 */
public enum Step {
  /** Lines with anything on them, below the header. */
  READ("Rows read", Kind.READ),
  /** Delimiters and blanks only: platforms and spreadsheets add such rows. */
  EMPTY("Rows with nothing in them", Kind.SET_ASIDE),
  /** Another event, form or kind of row in the same file, as the study file says. */
  OTHER_ROWS("Rows of another event or form", Kind.SET_ASIDE),
  /** No identifier where the study file names a key. */
  NO_KEY("No identifier", Kind.SET_ASIDE),
  /** The same identifier and the same answers again: one of the rows is kept. */
  COPY("Exact copies of another row", Kind.SET_ASIDE),
  /**
   * The same identifier with different answers: none of the rows is kept, since nothing says which
   * is right.
   */
  CONFLICT("Same identifier, different answers", Kind.SET_ASIDE),
  /** Made while the questionnaire was tried out. */
  PREVIEW("Preview or test", Kind.SET_ASIDE),
  /** Not sent off. */
  UNFINISHED("Not finished", Kind.SET_ASIDE),
  /** No consent, or no answer where it was asked. */
  NO_CONSENT("No consent", Kind.SET_ASIDE),
  /** A question that had one right answer got another, or none. */
  INATTENTIVE("Attention check not passed", Kind.SET_ASIDE),
  /** The same answers in all declared columns as a row that is kept. */
  SAME_ANSWERS("Same answers as another row", Kind.SET_ASIDE),
  /** Answered in less time than declared. */
  TOO_FAST("Answered too fast", Kind.SET_ASIDE),
  /** A weight of zero, which the study file allows: not a member of this sample. */
  ZERO_WEIGHT("Weight of zero", Kind.SET_ASIDE),
  /** A number that cannot be, in a column for which the study file sets such rows aside. */
  IMPOSSIBLE("Impossible value", Kind.SET_ASIDE),
  /** Does not meet the conditions of taking part. */
  NOT_ELIGIBLE("Not eligible", Kind.SET_ASIDE),
  /** Fewer items answered than declared. */
  TOO_FEW_ANSWERS("Too few answers", Kind.SET_ASIDE),
  /** The same answer throughout a scale whose items run in both directions. */
  STRAIGHT_LINES("Same answer throughout a scale", Kind.SET_ASIDE),
  /** A row of a further file whose identifier is not in the first file. */
  NO_PARTNER("No matching row in the first file", Kind.SET_ASIDE),
  /** In the design but outside the analysis population: still counts for the variance. */
  OUTSIDE("Outside the analysis population", Kind.SET_ASIDE),
  /** In the analysis population. */
  ANALYSED("Analysed", Kind.ANALYSED);

  /** What a step means for the row. */
  public enum Kind {
    READ,
    SET_ASIDE,
    ANALYSED
  }

  private final String label;
  private final Kind kind;

  Step(String label, Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** Returns the step in words. */
  public String label() {
    return label;
  }

  /** Returns what the step means. */
  public Kind kind() {
    return kind;
  }
}
