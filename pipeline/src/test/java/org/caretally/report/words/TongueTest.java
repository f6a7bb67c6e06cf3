package org.caretally.report.words;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Words;
import org.junit.jupiter.api.Test;

class TongueTest {
  private static final Tongue EN = Tongue.of(Language.EN);
  private static final Tongue DE = Tongue.of(Language.DE);
  private static final Tongue ES = Tongue.of(Language.ES);

  @Test
  void numbersAddNoDigits() {
    assertEquals("34%", EN.percent(shown(.34, 2)));
    assertEquals("34.1%", EN.percent(shown(.341, 3)));
    assertEquals("34.0%", EN.percent(shown(.34, 3)));
    assertEquals("0.0%", EN.percent(shown(0, 3)));
    assertEquals("100%", EN.percent(shown(1, 2)));
    assertEquals("[c]", EN.percent(confidential()));
    assertEquals("−0.25", EN.number(shown(-.25, 2)));
    assertEquals("1,234,567", EN.count(shown(1234567, 0)));
    assertEquals("640", EN.count(shown(640, 0)));
    assertEquals("1,234.5", EN.count(shown(1234.5, 1)));
    assertEquals("–", Tongue.plain(new Words(" ")));
  }

  @Test
  void fullPrecisionIsRoundedForReading() {
    assertEquals("24.5%", EN.percent(shown(.2446128024994863, 16)));
    assertEquals("24.5", EN.points(shown(.2446128024994863, 16)));
    assertEquals("−0.245", EN.number(shown(-.2452651011075, 13)));
    assertEquals("47.26", EN.number(shown(47.263494093, 9)));
    assertEquals("2843.1", EN.number(shown(2843.123456789, 9)));
    assertEquals("2,843", EN.count(shown(2843.123456789, 9)));
    assertEquals("0.123456", EN.number(shown(.123456, 6)), "what the gate rounded stays");
  }

  @Test
  void numbersReadAsTheLanguageWritesThem() {
    assertEquals("34,1\u00a0%", DE.percent(shown(.341, 3)));
    assertEquals("34,1\u00a0%", ES.percent(shown(.341, 3)));
    assertEquals("34\u00a0%", DE.percent(34));
    assertEquals("34,1", ES.points(shown(.341, 3)));
    assertEquals("−0,25", DE.number(shown(-.25, 2)));
    assertEquals("−,25", DE.bare(shown(-.25, 2)));
    assertEquals("−.25", EN.bare(shown(-.25, 2)));
    assertEquals("1.00", EN.bare(shown(1, 2)));
    assertEquals("1.234.567", DE.count(shown(1234567, 0)));
    assertEquals("11.600", ES.count(11_600));
    assertEquals("1234", ES.count(1234), "Spanish marks thousands from five digits on");
    assertEquals("0,5", DE.number("0.5"));
    assertEquals("PHQ-9", DE.number("PHQ-9"));
  }

  @Test
  void listsReadAsTheLanguageWritesThem() {
    assertEquals("", EN.list(List.of()));
    assertEquals("a", EN.list(List.of("a")));
    assertEquals("a and b", EN.list(List.of("a", "b")));
    assertEquals("a, b and c", EN.list(List.of("a", "b", "c")));
    assertEquals("a, b und c", DE.list(List.of("a", "b", "c")));
    assertEquals("padres e hijos", ES.list(List.of("padres", "hijos")));
  }

  @Test
  void pluralsFollowTheNumber() {
    String key = "chart.alt.dots";
    assertEquals("Dot-and-whisker chart of 1 result.", EN.say(key, "results", 1));
    assertEquals("Dot-and-whisker chart of 1,200 results.", EN.say(key, "results", 1200));
    assertEquals("Punkte mit Intervallen: 1.200 Ergebnisse.", DE.say(key, "results", 1200));
  }

  @Test
  void argumentsArePrintedAsTheyAre() {
    String evil = "{0} '' <b> {results}";
    assertEquals("Base: n = " + evil + " people.", EN.say("chart.base.same", "n", evil));
  }

  @Test
  void aWrongKeyOrArgumentIsAnError() {
    assertThrows(IllegalStateException.class, () -> EN.say("no.such.key"));
    assertThrows(IllegalStateException.class, () -> EN.say("chart.base.same"));
    assertThrows(IllegalStateException.class, () -> EN.say("html.skip", "n", 1));
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Tongue again = Tongue.of(Language.DE);
      assertEquals("1.234.567", again.count(1_234_567));
      assertEquals("34,1\u00a0%", again.percent(shown(.341, 3)));
      assertEquals(
          "Punkte mit Intervallen: 1.200 Ergebnisse.",
          again.say("chart.alt.dots", "results", 1200));
    } finally {
      Locale.setDefault(before);
    }
  }
}
