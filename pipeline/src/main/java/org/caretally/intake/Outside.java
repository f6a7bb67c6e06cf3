package org.caretally.intake;

/** What is done to a number outside its declared range. */
public enum Outside {
  /** The run stops. */
  STOP,
  /** The number counts as no answer. */
  MISSING,
  /** The whole row is set aside. */
  SET_ASIDE;

  /** Returns the code of a text, with this way of treating what lies outside the range. */
  long treat(long code) {
    if (code != Unreadable.OUT_OF_RANGE) {
      return code;
    }
    return switch (this) {
      case STOP -> code;
      case MISSING -> Repair.OUTSIDE.tag();
      case SET_ASIDE -> Repair.IMPOSSIBLE.tag();
    };
  }
}
