package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code caretally instruments} says about the instruments of the product. */
class InstrumentsCommandTest {
  private static final int WIDTH = 100;

  @TempDir Path folder;

  static List<String> ids() {
    return Library.builtIn().ids();
  }

  private static String printed(String... arguments) {
    Runs.Result result = Runs.command(arguments);
    assertEquals(0, result.exit(), result.err());
    assertEquals("", result.err());
    return result.out();
  }

  private static List<String> listed(String list) {
    return list.lines()
        .filter(l -> l.matches(" {2}[P ][K ][! ] [a-z0-9_]+ .*"))
        .map(l -> l.substring(6).split(" ")[0])
        .toList();
  }

  @Test
  void theListHoldsEveryInstrumentOnce() {
    String list = printed("instruments");
    assertEquals(58, ids().size());
    assertEquals(ids(), listed(list).stream().sorted().toList());
    assertEquals(list, printed("instruments"));
    assertTrue(list.lines().allMatch(l -> l.length() <= WIDTH), list);
    assertTrue(list.indexOf("\nBurnout\n") < list.indexOf("\nDepression\n"), list);
    assertTrue(list.matches("(?s).*\n  P ! mbi_hss +Maslach .* 22  proprietary\n.*"), list);
    assertTrue(list.matches("(?s).*\n   K! wlb4 .*"), list);
    assertTrue(list.matches("(?s).*\n      phq9 +Patient .* 9  public domain\n.*"), list);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyPageIsWhole(String id) throws IOException {
    Instrument instrument = Library.builtIn().find(id).orElseThrow();
    String page = printed("instruments", id);
    assertTrue(page.startsWith(id + ": " + instrument.title() + "\n"), page);
    assertFalse(page.contains("null"), page);
    assertFalse(page.contains("Optional") || page.contains("@"), page);
    assertTrue(page.lines().allMatch(l -> l.length() <= WIDTH), page);
    instrument
        .scales()
        .forEach(
            s -> {
              assertTrue(page.contains("  " + id + "." + s.id() + ": "), s.id());
              s.cutoffs().forEach(c -> assertTrue(page.contains(s.id() + ":" + c.id()), c.id()));
            });
    mapped(instrument, page);
  }

  /** Each of the three ways to name columns is one that a study file can hold and that fits. */
  private void mapped(Instrument instrument, String page) throws IOException {
    String block = page.substring(page.indexOf("\ninstruments:\n") + 1);
    String[] ways = block.split("\n  " + instrument.id() + ": ");
    assertEquals(4, ways.length, block);
    for (int i = 1; i < ways.length; i++) {
      String study =
          "version: 1\ntitle: T\npopulation: P\nfile: a.csv\nsupport: [S]\ninstruments:\n  "
              + instrument.id()
              + ": "
              + ways[i]
              + "\n";
      Study read = StudyReader.read(Files.writeString(folder.resolve("study.yml"), study));
      Study.InstrumentUse use = read.instruments().get(0);
      assertEquals(instrument.items().size(), use.columns().size(), study);
      assertTrue(use.allowUnverified() || !instrument.unverified(), study);
      assertTrue(use.licenceConfirmed() || !instrument.licence().needsConfirmation(), study);
      ScoringOptions options = ScoringOptions.standard().withValues(use.values());
      ScoringOptions chosen = use.variant().map(options::withVariant).orElse(options);
      assertEquals(use.columns().size(), Scoring.of(instrument, chosen).items());
    }
  }

  @Test
  void theVariantsThatEveryInstrumentHasExist() {
    String page = printed("instruments", "gad7");
    for (String variant : List.of("numbered_from_1", "numbered_from_0")) {
      assertTrue(page.contains("  " + variant + " "), page);
      Instrument gad7 = Library.builtIn().find("gad7").orElseThrow();
      assertEquals(7, Scoring.of(gad7, ScoringOptions.standard().withVariant(variant)).items());
    }
  }

  @Test
  void thePageOfThePhq9SaysWhatAPersonNeeds() {
    String page = printed("instruments", "phq9").replaceAll("\\s+", " ");
    for (String fact :
        List.of(
            "Kroenke K, Spitzer RL, Williams JBW (2001)",
            "Licence public domain (confirmed in a public source)",
            "Period 2 weeks",
            "Items 9: 1-9",
            "Not scored 10: functional difficulty",
            "Safety item 9 from code 1",
            "2 more than half the days | over half the days",
            "Method sum Range 0 to 27 Higher is worse",
            "At most 2 of 9 items may be unanswered (convention, not a rule of the authors)",
            "minimal from 0, mild from 5, moderate from 10, moderately severe from 15, severe from 20",
            "total:screen_positive at or above 10, headline (confirmed in a public source)",
            "at least 1 of items 1, 2 is 2 or more; and at least 5 of items 1-9 are 2 or more (item 9:"
                + " 1 or more)",
            "qualtrics_1_4 the export numbers the answers 1 to 4",
            "phq8 isi.total: content, item 3 is sleep",
            "Checked by 10 worked examples",
            "phq9: \"PHQ9_{1..9}\"")) {
      assertTrue(page.contains(fact), fact + " is not in\n" + page);
    }
  }

  @Test
  void pagesShowReversedItemsSkipsGroupsAndWhatIsOff() {
    assertTrue(printed("instruments", "pss10").contains("    Reversed    4, 5, 7, 8\n"));
    String dast = printed("instruments", "dast10");
    assertTrue(dast.contains("when item 1 is 0, no answer to items 2, 4-10 counts as 0\n"), dast);
    assertTrue(dast.contains("the answer to item 3 counts as 1, whatever was ticked\n"), dast);
    String psc = printed("instruments", "psc4");
    assertTrue(psc.contains("at least ten people: poor from 4, fair above 8, good above 12"), psc);
    assertTrue(printed("instruments", "vts").contains("off until a person has checked"));
    assertTrue(printed("instruments", "psqi").contains("items 1, 3: a time of day"));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    Runs.Result result = Runs.command("instruments", "PHQ-9");
    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("E110 there is no instrument \"PHQ-9\""), result.err());
    assertTrue(result.err().contains("fix: caretally instruments phq9"), result.err());
    String far = Runs.command("instruments", "zzzzzzzzzzzz").err();
    assertTrue(far.contains("fix: caretally instruments lists them"), far);
  }

  @Test
  void theHelpEndsWithExamples() {
    String help = printed("instruments", "--help");
    assertTrue(help.contains("\nExamples:\n  caretally instruments "), help);
    assertTrue(help.stripTrailing().endsWith("check and list your own, too"), help);
    assertTrue(printed("--help").contains("caretally instruments"));
  }

  @Test
  void theTemplateStandsAlone() {
    assertEquals(Library.template(), printed("instruments", "--template"));
    Runs.Result result = Runs.command("instruments", "phq9", "--template");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--template stands alone"), result.err());
  }
}
