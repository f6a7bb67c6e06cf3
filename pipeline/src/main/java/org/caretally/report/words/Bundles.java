package org.caretally.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.caretally.codebook.Language;

/**
 * The words of the report as files: one for each language and part, in UTF-8. A test holds the
 * languages together.
 */
public final class Bundles {
  /** The parts; the keys of a part begin with its name. */
  public static final List<String> PARTS =
      List.of(
          "html",
          "common",
          "change",
          "chart",
          "conditions",
          "front",
          "groups",
          "models",
          "reading",
          "research",
          "results",
          "scores",
          "together",
          "years");

  /**
   * Parts with fixed words that come in tables, such as names of challenges: they are found by
   * their English text.
   */
  public static final List<String> TERMS = List.of("terms");

  private Bundles() {}

  /**
   * Returns the words of some parts.
   *
   * @throws IllegalStateException if a file is missing from the jar
   */
  static Map<String, String> read(Language language, List<String> parts) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String part : parts) {
      part(language, part).forEach((key, text) -> words.put(key.toString(), text.toString()));
    }
    return words;
  }

  private static Properties part(Language language, String part) {
    String name = "/words/" + language.tag() + "/" + part + ".properties";
    try (InputStream in = Bundles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      Properties words = new Properties();
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the jar", e);
    }
  }
}
