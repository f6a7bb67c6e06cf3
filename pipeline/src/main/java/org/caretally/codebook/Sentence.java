package org.caretally.codebook;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence that a report says in its own language: the key of the words, and what they are about.
 * Rooms that know no language make sentences; the report turns them into words.
 *
 * @param key key of the words, such as {@code design.weighted}; empty for words that somebody wrote
 * @param arguments names to texts, whole numbers, or sentences that are said first
 */
public record Sentence(String key, Map<String, Object> arguments) {
  private static final String WRITTEN = "written";

  /** Takes a copy. */
  public Sentence {
    arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /**
   * Returns a sentence.
   *
   * @param arguments names and values by turns
   */
  public static Sentence of(String key, Object... arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      named.put((String) arguments[i], arguments[i + 1]);
    }
    return new Sentence(key, named);
  }

  /** Returns words that stay as they were written, such as a sentence of the study file. */
  public static Sentence written(String words) {
    return new Sentence("", Map.of(WRITTEN, words));
  }

  /** Returns the words of a sentence that somebody wrote; empty for others. */
  public String words() {
    return arguments.getOrDefault(WRITTEN, "").toString();
  }
}
