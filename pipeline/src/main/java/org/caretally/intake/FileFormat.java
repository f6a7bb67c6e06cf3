package org.caretally.intake;

import java.nio.charset.Charset;
import java.util.Optional;
import org.caretally.intake.dialect.Dialect;
import org.caretally.intake.dialect.Dialects;

/**
 * How a data file is written.
 *
 * @param delimiter what separates cells; empty to find it in the first lines
 * @param encoding how bytes stand for letters; empty for UTF-8, or UTF-16 with its mark
 * @param dialect the platform that wrote it; empty to recognise it
 * @param decimalComma whether numbers are written with a comma
 */
public record FileFormat(
    Optional<Character> delimiter,
    Optional<Charset> encoding,
    Optional<Dialect> dialect,
    boolean decimalComma) {

  /** Returns the format of a plain CSV file in UTF-8, with a delimiter or one to be found. */
  public static FileFormat plain(Optional<Character> delimiter) {
    return new FileFormat(delimiter, Optional.empty(), Optional.of(Dialects.plain()), false);
  }
}
