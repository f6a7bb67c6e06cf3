package org.caretally.report.page;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.Words;
import org.caretally.report.page.Lights.State;
import org.caretally.report.table.Changes;
import org.caretally.report.table.Material;
import org.caretally.report.table.Results;
import org.caretally.report.words.Tongue;
import org.junit.jupiter.api.Test;

/** The sentences of page one follow from published numbers by fixed rules. */
class FrontWordsTest {
  private static final Tongue EN = Tongue.of(Language.EN);
  private static final Pattern CAUSE =
      Pattern.compile(
          "(?i)\\bcaus|because|effect|lead[s]? to|due to|impact|driver|risk factor|influenc|result"
              + " of");

  private static Row row(TableKind kind, Map<String, Object> values) {
    List<Cell> cells = new ArrayList<>();
    for (String column : kind.columns()) {
      Object value = values.getOrDefault(column, "");
      cells.add(value instanceof Cell cell ? cell : new Words((String) value));
    }
    return new Row(kind.columns(), cells);
  }

  private static Row share(String wave, double low, double value, double high) {
    return row(
        TableKind.ESTIMATES,
        Map.of(
            "wave", wave,
            "measure", "cbi",
            "statistic", "prevalence",
            "construct", "burnout",
            "construct_label", "Burnout",
            "kind", "challenge",
            "headline", "yes",
            "estimate", shown(value, 3),
            "ci_low", shown(low, 3),
            "ci_high", shown(high, 3)));
  }

  private static Results results(String result, String meaning, Row... rows) {
    Row change =
        row(
            TableKind.CHANGES,
            Map.of(
                "from", "2024",
                "wave", "2025",
                "measure", "cbi",
                "statistic", "prevalence_change",
                "result", result,
                "meaning", meaning,
                "estimate", shown(.05, 2)));
    ProtectedTable estimates =
        new ProtectedTable("estimates", TableKind.ESTIMATES.columns(), List.of(rows));
    ProtectedTable changes =
        new ProtectedTable("changes", TableKind.CHANGES.columns(), List.of(change));
    return new Results(estimates, List.of("2024", "2025"), Changes.of(changes));
  }

  @Test
  void aHeadlineSaysASimpleFractionOnlyWhereItIsClose() {
    assertEquals(
        "about 1 in 3 people (34%, likely between 31% and 37%) are at or beyond the cut-off.",
        Headline.sentence(EN, share("2025", .312, .341, .372)));
    assertEquals(
        "37% of people (likely between 35% and 39%) are at or beyond the cut-off.",
        Headline.sentence(EN, share("2025", .35, .37, .39)));
    assertEquals(
        "about half of the people (50%, likely between 46% and 54%) are at or beyond the cut-off.",
        Headline.sentence(EN, share("2025", .46, .5, .54)));
    assertEquals(
        "under 1% of people (likely between 0% and 2%) are at or beyond the cut-off.",
        Headline.sentence(EN, share("2025", 0, .004, .02)));
  }

  @Test
  void wholePercentagesAreNeverFinerThanWhatIsPrinted() {
    assertEquals("35%", EN.whole(shown(.345, 3)));
    assertEquals("over 99%", EN.whole(shown(.996, 3)));
    assertEquals("100%", EN.whole(shown(1, 0)));
    assertEquals("0%", EN.whole(shown(0, 3)));
    assertEquals("[c]", EN.whole(confidential()));
  }

  @Test
  void aHeadlineTellsWhatTheTestOfTheChangeSays() {
    Row before = share("2024", .25, .28, .31);
    Row after = share("2025", .31, .34, .37);
    assertTrue(
        headline(results("higher", "worse", before, after))
            .endsWith("Higher than in 2024 (28%), which is worse."));
    assertTrue(
        headline(results("no clear change", "", before, after))
            .endsWith("No clear change from 2024 (28%)."));
    assertTrue(headline(results("higher", "worse", after)).endsWith("beyond the cut-off."));
  }

  private static String headline(Results results) {
    return ((Headlines) Headline.items(EN, results).get(0)).lines().get(0).words();
  }

  @Test
  void whatChangedIsSaidWithItsMeaning() {
    Row before = share("2024", .25, .28, .31);
    Row after = share("2025", .31, .34, .37);
    Bullets bullets =
        (Bullets) ChangeWords.items(EN, results("higher", "worse", before, after)).get(0);
    assertEquals(
        List.of("Higher than in 2024, which is worse: Burnout (28% to 34%)."), bullets.lines());
    Bullets same =
        (Bullets) ChangeWords.items(EN, results("no clear change", "", before, after)).get(0);
    assertEquals(List.of("No clear change from 2024 in 1 of 1 challenges."), same.lines());
    assertEquals(1, ChangeWords.worse(results("higher", "worse", before, after)).size());
    assertEquals(0, ChangeWords.worse(results("lower", "better", before, after)).size());
  }

  private static Row line(String statistic, double value, double low, double high, double p) {
    return row(
        TableKind.MODELS,
        Map.ofEntries(
            Map.entry("wave", "2025"),
            Map.entry("model", "m"),
            Map.entry("statistic", statistic),
            Map.entry("with", "caseload"),
            Map.entry("with_label", "Caseload"),
            Map.entry("step", "20"),
            Map.entry("outcome_label", "Burnout"),
            Map.entry("estimate", shown(value, 2)),
            Map.entry("ci_low", shown(low, 2)),
            Map.entry("ci_high", shown(high, 2)),
            Map.entry("p_value", shown(p, 3)),
            Map.entry("p_adjusted", shown(p, 3))));
  }

  @Test
  void onlyClearAssociationsAreNamedAndNoCauseIs() {
    assertTrue(Matters.clear(line("odds_ratio", 1.6, 1.2, 2.1, .001)));
    assertFalse(Matters.clear(line("odds_ratio", 1.6, .9, 2.1, .001)), "interval has 1 in it");
    assertFalse(Matters.clear(line("odds_ratio", 1.6, 1.2, 2.1, .06)), "too many lines for it");
    assertFalse(Matters.clear(line("difference", .5, -.1, 1.1, .01)), "interval has 0 in it");
    assertEquals(
        "Caseload, for each 20 more: odds 1.60 times as high (1.20–2.10).",
        Matters.line(EN, line("odds_ratio", 1.6, 1.2, 2.1, .001)));
    assertEquals(
        "Caseload, for each 20 more: 1.19 points lower (−1.70 to −0.69).",
        Matters.line(EN, line("difference", -1.19, -1.7, -.69, .001)));
    ProtectedTable models =
        new ProtectedTable(
            "models",
            TableKind.MODELS.columns(),
            List.of(line("odds_ratio", 1.6, 1.2, 2.1, .001), line("odds_ratio", 1.6, .9, 2.1, .3)));
    Results results = results("", "", share("2025", .31, .34, .37));
    List<PageItem> items =
        Matters.items(new Material(EN, results, null, null, models, null, null, null, null, null));
    assertEquals(1, ((Bullets) items.get(1)).lines().size());
    for (PageItem item : items) {
      assertFalse(CAUSE.matcher(item.toString()).find(), item.toString());
    }
  }

  @Test
  void lightsHaveFixedThresholds() {
    assertEquals(State.GOOD, Trust.state(60, 60, 40));
    assertEquals(State.CARE, Trust.state(59, 60, 40));
    assertEquals(State.CARE, Trust.state(40, 60, 40));
    assertEquals(State.WEAK, Trust.state(39, 60, 40));
    for (State state : State.values()) {
      assertFalse(state.words(EN).isBlank());
      assertEquals(1, state.sign().length());
    }
  }
}
