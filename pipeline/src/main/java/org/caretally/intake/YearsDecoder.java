package org.caretally.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads a date as the whole years that had passed on a day of reference: an age from a birth date,
 * a tenure from a first day. The date itself goes no further. A date after that day lies outside
 * every range.
 *
 * @param pattern how the dates are written
 * @param until the day of reference
 * @param min fewest years accepted
 * @param max most years accepted
 * @param outside what is done to a date that gives fewer or more
 */
public record YearsDecoder(
    TimePattern pattern, LocalDate until, long min, long max, Outside outside) implements Decoder {

  @Override
  public long code(String text) {
    Optional<LocalDate> date = pattern.date(text);
    if (date.isEmpty()) {
      return Unreadable.NOT_A_DATE;
    }
    // Between two days in the wrong order the years would be cut towards zero.
    long years = date.get().isAfter(until) ? -1 : ChronoUnit.YEARS.between(date.get(), until);
    boolean fits = years >= Math.max(min, 0) && years <= max;
    return fits ? years : outside.treat(Unreadable.OUT_OF_RANGE);
  }
}
