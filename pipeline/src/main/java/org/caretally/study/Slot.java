package org.caretally.study;

import java.io.Serializable;
import org.caretally.codebook.Missing;
import org.caretally.intake.Decoder;
import org.caretally.intake.MissingTexts;
import org.caretally.intake.Repair;
import org.caretally.intake.Unreadable;

/**
 * A column of the data that the study needs. Nothing else is read past the header.
 *
 * @param file position of the file
 * @param column position of the column in that file
 * @param name its name, for messages
 * @param decoder turns texts into codes; null for a column that is only used as text
 * @param missing texts that mean "no answer"
 * @param accepted what is accepted, in words, for messages
 */
public record Slot(
    int file, int column, String name, Decoder decoder, MissingTexts missing, String accepted)
    implements Serializable {

  /** Returns the code of a raw text, the missing mark, or a mark of {@code intake.Unreadable}. */
  public long code(String raw) {
    String text = raw.strip();
    return missing.contains(text) ? Missing.MARK : decoder.code(text);
  }

  /** Returns whether a raw text is an answer that the study file or an instrument names. */
  boolean names(String raw) {
    long code = code(raw);
    boolean others = Repair.is(code) && Repair.of(code) != Repair.TRANSLATED;
    return !Unreadable.is(code) && !others;
  }
}
