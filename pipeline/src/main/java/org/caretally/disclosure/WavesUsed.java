package org.caretally.disclosure;

import java.util.List;
import java.util.Map;

/** The waves that a change is made from, as its fact carries them past its columns. */
public final class WavesUsed {
  /** Where a fact says why its waves cannot be compared. */
  public static final String NOT_COMPARABLE = "not_comparable";

  private static final String KEY = "waves_used";
  private static final String BETWEEN = "\u001f";

  private WavesUsed() {}

  /** Notes the waves. */
  public static void put(Map<String, String> words, List<String> waves) {
    words.put(KEY, String.join(BETWEEN, waves));
  }

  static List<String> of(Fact fact) {
    return List.of(fact.words().getOrDefault(KEY, "").split(BETWEEN, -1));
  }

  static boolean comparable(Fact fact) {
    return !fact.words().containsKey(NOT_COMPARABLE);
  }
}
