package org.caretally.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caretally.codebook.Language;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Path MAIN =
      Path.of(System.getProperty("caretally.root"), "pipeline", "src", "main");
  private static final Tongue EN = Tongue.of(Language.EN);
  private static final Tongue DE = Tongue.of(Language.DE);
  private static final Tongue ES = Tongue.of(Language.ES);

  @Test
  void findsWholeTextsPatternsAndParts() {
    assertEquals("Achtsamkeit", DE.phrase("Mindfulness"));
    assertEquals("ab 10", DE.phrase("at or above 10"));
    assertEquals("ab 2,5", DE.phrase("at or above 2.5"));
    assertEquals("PHQ-9 Gesamtwert ab 10", DE.phrase("PHQ-9 total at or above 10"));
    assertEquals("PHQ-9 total de 10 o más", ES.phrase("PHQ-9 total at or above 10"));
    assertEquals(
        "Schlafstörungen: Insomnie: ISI Gesamtwert ab 15",
        DE.phrase("Sleep disorders: insomnia: ISI total at or above 15"));
    assertEquals("Niedrig, Mittel, Hoch", DE.phrase("Low, Moderate, High"));
    assertEquals(
        "GAD-7 Gesamtwert: 7 Items, Bereich 0 bis 21",
        DE.phrase("GAD-7 total: 7 items, range 0 to 21"));
    assertEquals(
        "AUDIT-C Gesamtwert ab 3 bei Frauen, ab 4 bei Männern, ab 3 bei anderen",
        DE.phrase(
            "AUDIT-C total at or above 3 for women, at or above 4 for men, at or above 3 for"
                + " others"));
  }

  @Test
  void splitsAListWhereItsPartsEnd() {
    assertEquals(
        "ab 3 bei Frauen, ab 4 bei Männern, ab 3 bei anderen (bekannt, nicht bestätigt), ab 5",
        DE.phrase(
            "at or above 3 for women, at or above 4 for men, at or above 3 for others (known, not"
                + " confirmed), at or above 5"));
  }

  @Test
  void findsSentencesThatAreJoined() {
    assertEquals(
        "A Gesamtwert: Höchstens 2 von 9 Items dürfen fehlen (bekannt, nicht bestätigt); die"
            + " beantworteten Items werden gemittelt.; B Gesamtwert: Die Frage muss beantwortet"
            + " sein.",
        DE.phrase(
            "A total: At most 2 of 9 items may be unanswered (known, not confirmed); the answered"
                + " items are averaged.; B total: The question must be answered."));
    assertEquals(
        "Die Antworten sind gewichtet; es gibt keine Schichten; jede Person ist eine primäre"
            + " Stichprobeneinheit.",
        DE.phrase(
            "Answers are weighted; there are no strata; each person is a primary sampling unit."));
  }

  @Test
  void wordsOfTheStudyStayAsTheyAre() {
    for (String text :
        List.of(
            "Station 7, Tag; Nacht",
            "",
            " ",
            "</script><script>alert(1)</script>",
            "'quoted' \"twice\" {a} {n1} ${x}",
            "=1+1",
            "A (B) [c]",
            "Huge ".repeat(2000))) {
      assertEquals(text, DE.phrase(text));
      assertEquals(text, ES.phrase(text));
    }
  }

  @Test
  void englishStaysEnglish() {
    Bundles.read(Language.EN, Bundles.TERMS)
        .values()
        .forEach(text -> assertEquals(text, EN.phrase(text)));
  }

  /** A text that another room no longer writes would never be found again. */
  @Test
  void everyTextStandsInTheProduct() throws IOException {
    String written = written();
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, String> term : Bundles.read(Language.EN, Bundles.TERMS).entrySet()) {
      for (String part : term.getValue().split("\\{[a-z]\\d?\\}|[:,;] ", -1)) {
        String bare = part.strip().replaceAll("^[(\"%]+|[()\".:;]+$", "").strip();
        if (bare.length() > 3 && !stands(bare, written, 2)) {
          lost.add(term.getKey() + ": " + bare);
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  /** Whether words stand in the code in one piece, or in few where it puts values between them. */
  private static boolean stands(String words, String written, int cuts) {
    if (written.contains(words)
        || written.contains(words.toLowerCase(Locale.ROOT).replace(' ', '_'))) {
      return true;
    }
    for (int at = words.indexOf(' '); cuts > 0 && at > 0; at = words.indexOf(' ', at + 1)) {
      if (written.contains(words.substring(0, at))
          && stands(words.substring(at + 1), written, cuts - 1)) {
        return true;
      }
    }
    return false;
  }

  private static String written() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.toString();
        boolean report = name.contains("/report/") && !name.endsWith("ChecklistLines.java");
        if (name.endsWith(".yaml") || (name.endsWith(".java") && !report)) {
          all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
        }
      }
    }
    assertTrue(all.length() > 100_000);
    return all.toString();
  }
}
