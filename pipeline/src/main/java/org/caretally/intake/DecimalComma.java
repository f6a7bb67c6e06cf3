package org.caretally.intake;

import java.util.regex.Pattern;

/**
 * Reads numbers of a file that writes them with a comma. A text that has a meaning as it is, such
 * as a label, keeps it.
 *
 * @param inner the decoder for numbers with a point
 */
public record DecimalComma(Decoder inner) implements Decoder {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*,\\d+");

  @Override
  public long code(String text) {
    long code = inner.code(text);
    boolean number = Unreadable.is(code) && NUMBER.matcher(text).matches();
    return number ? inner.code(text.replace(',', '.')) : code;
  }
}
