package org.caretally.codebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A language that reports are written in. Tables and files stay in English. */
public enum Language {
  /** English, the language every text is first written in. */
  EN,
  /** German. */
  DE,
  /** Spanish. */
  ES;

  /** Returns the tag of BCP 47, such as {@code de}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the tags of all languages. */
  public static List<String> tags() {
    return Arrays.stream(values()).map(Language::tag).toList();
  }

  /**
   * Returns the language with a tag.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Language of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }
}
