package org.caretally.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Maps the texts of a column to levels; letter case and doubled blanks do not matter. */
public final class LevelDecoder implements Decoder {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, Integer> levels = new HashMap<>();

  /** Creates the decoder from the texts of the data to positions of levels. */
  public LevelDecoder(Map<String, Integer> texts) {
    texts.forEach((text, level) -> levels.put(normal(text), level));
  }

  @Override
  public long code(String text) {
    Integer level = levels.get(normal(text));
    return level == null ? Unreadable.UNKNOWN_LABEL : level;
  }

  static String normal(String text) {
    return text.replace('\u00A0', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
