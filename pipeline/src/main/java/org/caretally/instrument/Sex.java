package org.caretally.instrument;

/** What a sex-specific cut-off needs to know; everything else a survey may hold is one value. */
public enum Sex {
  FEMALE,
  MALE,
  OTHER_OR_UNKNOWN
}
