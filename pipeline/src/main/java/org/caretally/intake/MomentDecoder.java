package org.caretally.intake;

/**
 * Reads a date with a time of day as milliseconds since 1970.
 *
 * @param pattern how it is written
 */
public record MomentDecoder(TimePattern pattern) implements Decoder {

  @Override
  public long code(String text) {
    return pattern.millis(text).orElse(Unreadable.NOT_A_DATE);
  }
}
