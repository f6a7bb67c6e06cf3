package org.caretally.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caretally.codebook.Language;
import org.junit.jupiter.api.Test;

/** Holds the languages together, and the words to the code that says them. */
class BundlesTest {
  private static final Path MAIN =
      Path.of(System.getProperty("caretally.root"), "pipeline", "src", "main");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_.]+)\"");
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"");

  /** Words that are the same in several languages. */
  private static final Set<String> SAME =
      Set.of(
          "n",
          "r",
          "p",
          "df",
          "deff",
          "%",
          "Status",
          "Odds ratio",
          "Odds Ratio",
          "Alpha",
          "Omega",
          "Median",
          "Item",
          "Items",
          "Instrument",
          "Cookies",
          "Base, n",
          "Burnout",
          "Depression",
          "Minimal",
          "{a} total",
          "{a} control");

  private static final List<String> ALL =
      Stream.concat(Bundles.PARTS.stream(), Bundles.TERMS.stream()).toList();

  private static Map<String, String> words(Language language) {
    return Bundles.read(language, ALL);
  }

  @Test
  void everyFileIsListedAndEveryListedPartIsThere() throws IOException {
    for (Language language : Language.values()) {
      try (Stream<Path> files = Files.list(MAIN.resolve("resources/words/" + language.tag()))) {
        Set<String> found =
            files
                .map(f -> f.getFileName().toString().replace(".properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ALL), found, language.tag());
      }
    }
  }

  @Test
  void noKeyIsMissingInAnyLanguage() {
    Set<String> english = new TreeSet<>(words(Language.EN).keySet());
    for (Language language : Language.values()) {
      assertEquals(english, new TreeSet<>(words(language).keySet()), language.tag());
    }
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (Language language : Language.values()) {
      Map<String, String> seen = new HashMap<>();
      for (String part : ALL) {
        Path file = MAIN.resolve("resources/words/" + language.tag() + "/" + part + ".properties");
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            int at = line.indexOf(" = ");
            assertTrue(at > 0, file + ": a line is \"key = words\", not " + line);
            String before = seen.put(line.substring(0, at), part);
            assertEquals(null, before, language.tag() + ": " + line);
          }
        }
      }
    }
  }

  @Test
  void everyTranslationHasTheArgumentsOfTheEnglish() {
    Map<String, String> english = words(Language.EN);
    for (Language language : Language.values()) {
      words(language)
          .forEach(
              (key, text) ->
                  assertEquals(
                      arguments(english.get(key)), arguments(text), language.tag() + " " + key));
    }
  }

  private static Set<String> arguments(String text) {
    return new MessageFormat(text, ULocale.ROOT).getArgumentNames();
  }

  @Test
  void nothingIsLeftInEnglish() {
    Map<String, String> english = words(Language.EN);
    List<String> left = new ArrayList<>();
    for (Language language : List.of(Language.DE, Language.ES)) {
      words(language)
          .forEach(
              (key, text) -> {
                String bare = text.replaceAll("\\{[a-z0-9]+\\}", "").replaceAll("[^\\p{L}%]+", " ");
                if (text.equals(english.get(key)) && !SAME.contains(text) && bare.length() > 3) {
                  left.add(language.tag() + " " + key + " = " + text);
                }
              });
    }
    assertEquals(List.of(), left);
  }

  /**
   * A key is said when it stands in the code, or its family does: the key without its last part.
   */
  @Test
  void everyKeyIsSaidAndEverySaidKeyIsThere() throws IOException {
    Set<String> literals = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      collect(LITERAL, text, literals);
      collect(SAID, text, said);
    }
    Set<String> keys = Bundles.read(Language.EN, Bundles.PARTS).keySet();
    List<String> unused =
        keys.stream()
            .filter(k -> !literals.contains(k))
            .filter(k -> !literals.contains(k.substring(0, k.lastIndexOf('.'))))
            .toList();
    assertEquals(List.of(), unused, "words that nothing says");
    List<String> missing = said.stream().filter(k -> !keys.contains(k)).toList();
    assertEquals(List.of(), missing, "keys without words");
  }

  private static void collect(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> java = Files.walk(MAIN.resolve("java"));
        Stream<Path> templates = Files.walk(MAIN.resolve("jte"))) {
      return Stream.concat(java, templates)
          .filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte"))
          .toList();
    }
  }
}
