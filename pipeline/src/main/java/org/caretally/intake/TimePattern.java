package org.caretally.intake;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * How dates or times of a column are written, such as {@code dd/MM/yyyy HH:mm}. Names of months are
 * English; a day that does not exist, such as 31 April, is no date.
 */
public final class TimePattern implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String pattern;
  private transient DateTimeFormatter formatter;

  /**
   * Creates the pattern.
   *
   * @param pattern letters as in {@link DateTimeFormatter}; {@code y} counts as {@code u}
   * @throws IllegalArgumentException if it is no pattern
   */
  public TimePattern(String pattern) {
    this.pattern = pattern;
    formatter = formatter(pattern);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    formatter = formatter(pattern);
  }

  /** The strict style knows a year only with its era, which no export writes. */
  private static DateTimeFormatter formatter(String pattern) {
    StringBuilder letters = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      letters.append(c == 'y' && !quoted ? 'u' : c);
    }
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(letters.toString())
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Returns whether a text written so holds a whole date. */
  public boolean hasDate() {
    return date(sample()).isPresent();
  }

  /** Returns whether a text written so holds a whole date and a time of day. */
  public boolean hasTime() {
    return millis(sample()).isPresent();
  }

  /** A moment whose parts are all different, written by the pattern itself. */
  private String sample() {
    try {
      return formatter.format(LocalDateTime.of(2021, 3, 14, 15, 16, 17).atOffset(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** Returns the date of a text; empty when it is not written so. */
  public Optional<LocalDate> date(String text) {
    return parsed(text).map(t -> t.query(TemporalQueries.localDate()));
  }

  /** Returns milliseconds since 1970, with the offset if there is one; empty for no time. */
  public Optional<Long> millis(String text) {
    return parsed(text).flatMap(TimePattern::millis);
  }

  private static Optional<Long> millis(TemporalAccessor t) {
    LocalDate date = t.query(TemporalQueries.localDate());
    if (t.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Optional.of(Instant.from(t).toEpochMilli());
    }
    if (date == null || t.query(TemporalQueries.localTime()) == null) {
      return Optional.empty();
    }
    return Optional.of(LocalDateTime.from(t).toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  private Optional<TemporalAccessor> parsed(String text) {
    try {
      return Optional.of(formatter.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
