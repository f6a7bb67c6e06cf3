package org.caretally.intake;

import java.util.Collection;
import java.util.HashSet;

/** Says whether a text is one of a few; letter case and doubled blanks do not matter. */
public final class TextDecoder implements Decoder {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> texts = new HashSet<>();

  /** Creates the decoder from the texts. */
  public TextDecoder(Collection<String> texts) {
    texts.forEach(t -> this.texts.add(LevelDecoder.normal(t)));
  }

  /** Returns 1 for one of the texts, a mark of {@link Unreadable} for any other. */
  @Override
  public long code(String text) {
    return texts.contains(LevelDecoder.normal(text)) ? 1 : Unreadable.UNKNOWN_LABEL;
  }
}
