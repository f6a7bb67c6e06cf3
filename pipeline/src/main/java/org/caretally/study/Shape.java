package org.caretally.study;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;

/** Checks the shape of names and numbers. */
final class Shape {
  private Shape() {}

  /** Reports a name that is not made of letters, digits, {@code _} and {@code -}. */
  static void name(Remarks remarks, Entry entry, String kind) {
    if (!entry.key().matches("[A-Za-z0-9_-]{1,60}")) {
      String better =
          entry.key().strip().replaceAll("[^A-Za-z0-9_-]+", "_").toLowerCase(Locale.ROOT);
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          entry.place(),
          Paste.quoted(entry.key()) + " cannot be the name of " + kind,
          "at most 60 letters without accents, digits, _ and -",
          (better.length() > 60 || better.matches("_*") ? "name" : better) + ":");
    }
  }

  /** Returns a decimal number; empty, and reported, when the text is none. */
  static Optional<BigDecimal> decimal(Remarks remarks, Place place, String text, String of) {
    if (text.matches("[+-]?\\d{1,15}(\\.\\d{1,6})?")) {
      return Optional.of(new BigDecimal(text));
    }
    remarks.add(
        Code.WRONG_TYPE,
        place,
        Paste.quoted(text) + " is not a number in " + of,
        "digits, with a decimal point where needed",
        text.matches("[+-]?\\d{1,15},\\d{1,6}") ? text.replace(',', '.') : "10");
    return Optional.empty();
  }
}
