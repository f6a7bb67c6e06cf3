package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caretally.codebook.Language;
import org.caretally.report.words.BundlesInTests;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same report in every language: its words and numbers differ, its files do not. */
class LanguagesTest {
  @TempDir Path root;

  private Map<String, byte[]> write(Language language, String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    ReportWriter.write(Variants.in(language, Fixture.ordinary()), folder);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private Document page(Language language) throws IOException {
    write(language, language.tag());
    return Jsoup.parse(Files.readString(root.resolve(language.tag()).resolve("report.html")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageNamesItsLanguageAndWritesItsNumbers(Language language) throws IOException {
    Document page = page(language);
    assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
    boolean english = language == Language.EN;
    String share = page.select("#glance-table tbody td").get(1).wholeText();
    String pattern = english ? "\\d+\\.\\d%" : "\\d+,\\d\u00a0%";
    assertTrue(share.matches(pattern), share);
    for (String label : page.select("svg text").eachText()) {
      assertFalse(
          !english && label.matches(".*\\d%.*"), "a percent sign without a space: " + label);
      assertFalse(!english && label.matches(".*\\d\\.\\d.*"), "a decimal point: " + label);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void noSentenceIsLeftInEnglish(Language language) throws IOException {
    String text = page(language).text();
    List<String> left = new ArrayList<>();
    BundlesInTests.changed(language)
        .forEach(
            (english, own) -> {
              if (english.split(" ", -1).length > 2 && !own.contains(english)) {
                if (text.contains(english)) {
                  left.add(english);
                }
              }
            });
    assertEquals(List.of(), left);
  }

  @Test
  void filesAreTheSameInEveryLanguage() throws IOException {
    Map<String, byte[]> english = write(Language.EN, "files-en");
    for (Language language : List.of(Language.DE, Language.ES)) {
      Map<String, byte[]> other = write(language, "files-" + language.tag());
      assertEquals(english.keySet(), other.keySet());
      english.forEach(
          (file, bytes) -> {
            if (!file.equals("report.html") && !file.startsWith("charts")) {
              assertArrayEquals(bytes, other.get(file), file + " in " + language);
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theLanguageOfTheMachineDoesNotMatter(Language language) throws IOException {
    byte[] first = write(language, "first").get("report.html");
    Locale locale = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertArrayEquals(first, write(language, tag).get("report.html"), tag);
      }
    } finally {
      Locale.setDefault(locale);
    }
  }
}
