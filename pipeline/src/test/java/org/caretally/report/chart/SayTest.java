package org.caretally.report.chart;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.caretally.report.words.Tongue;
import org.junit.jupiter.api.Test;

class SayTest {
  private static final Tongue EN = Tongue.of(Language.EN);
  private static final List<String> COLUMNS =
      List.of(
          "construct_label",
          "level_label",
          "domain_label",
          "x_label",
          "y_label",
          "overlap",
          "estimate",
          "ci_low",
          "ci_high",
          "n");

  private static Row row(String label, double low, double value, double high) {
    return row(label, "", shown(value, 3), shown(low, 3), shown(high, 3));
  }

  private static Row hidden(String label) {
    return row(label, "", confidential(), confidential(), confidential());
  }

  private static Row row(String label, String overlap, Cell value, Cell low, Cell high) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cells.add(new Words(label));
    }
    cells.add(new Words(overlap));
    cells.addAll(List.of(value, low, high, shown(1200, 0)));
    return new Row(COLUMNS, cells);
  }

  @Test
  void simpleFractionsOnlyWithinTwoPoints() {
    assertEquals(Optional.of("1 in 3 people"), Say.fraction(EN, .34));
    assertEquals(Optional.of("1 in 3 people"), Say.fraction(EN, .35));
    assertEquals(Optional.of("1 in 3 people"), Say.fraction(EN, .353));
    assertEquals(Optional.empty(), Say.fraction(EN, .36));
    assertEquals(Optional.of("2 in 5 people"), Say.fraction(EN, .38));
    assertEquals(Optional.of("1 in 5 people"), Say.fraction(EN, .22));
    assertEquals(Optional.empty(), Say.fraction(EN, .225));
    assertEquals(Optional.of("half of the people"), Say.fraction(EN, .5));
    assertEquals(Optional.empty(), Say.fraction(EN, 0));
    assertEquals(Optional.empty(), Say.fraction(EN, .07));
  }

  @Test
  void everyFractionIsTrueWithinTwoPoints() {
    for (int i = 0; i <= 1000; i++) {
      double share = i / 1000.0;
      Optional<String> words = Say.fraction(EN, share);
      if (words.isPresent()) {
        String[] parts =
            words.get().replace("half of the", "1 in 2").replace(" people", "").split(" in ", -1);
        double said = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        assertTrue(Math.abs(said - share) <= .02 + 1e-9, share + " is not " + words.get());
      }
    }
  }

  @Test
  void intervalsThatTouchAreNotApart() {
    assertFalse(Say.apart(row("a", .1, .2, .3), row("b", .3, .4, .5)));
    assertTrue(Say.apart(row("a", .1, .2, .3), row("b", .301, .4, .5)));
    assertFalse(Say.apart(row("a", .1, .2, .3), hidden("b")));
  }

  @Test
  void changeNamesADirectionOnlyWhenApart() {
    assertEquals(Change.UP, Change.of(row("a", .1, .2, .3), row("a", .4, .5, .6)));
    assertEquals(Change.DOWN, Change.of(row("a", .4, .5, .6), row("a", .1, .2, .3)));
    assertEquals(Change.SAME, Change.of(row("a", .1, .2, .3), row("a", .2, .3, .4)));
    assertEquals(Change.UNKNOWN, Change.of(hidden("a"), row("a", .2, .3, .4)));
    assertEquals("no clear change", Change.SAME.words(EN));
  }

  @Test
  void shareTitleNamesAllThatMeetTheLargest() {
    Row a = row("A", .38, .4, .42);
    Row b = row("B", .2, .22, .24);
    assertEquals(
        "A has the largest share at or beyond its cut-off, 40.0%",
        ShareFigure.title(EN, List.of(a, b)));
    Row c = row("C", .37, .39, .41);
    assertEquals(
        "The largest shares at or beyond their cut-offs: A; C",
        ShareFigure.title(EN, List.of(a, c, b)));
    assertEquals(
        "No single challenge stands out: 4 of 5 intervals meet that of the largest share",
        ShareFigure.title(EN, List.of(a, c, c, c, b)));
    assertEquals("A: 40.0%", ShareFigure.title(EN, List.of(a, hidden("B"))));
    assertEquals("No share can be shown", ShareFigure.title(EN, List.of(hidden("A"))));
  }

  @Test
  void severityTitleCountsTheLowestBand() {
    List<Row> low = List.of(row("x", .3, .4, .5), row("x", .5, .6, .7));
    List<Row> high = List.of(row("x", .5, .6, .7), row("x", .3, .4, .5));
    assertEquals(
        "On 1 of 2 scales fewer than half are in the lowest band",
        SeverityFigure.title(EN, List.of(low, high)));
    assertEquals(
        "On every scale at least half are in the lowest band",
        SeverityFigure.title(EN, List.of(high, high)));
    assertEquals(
        "Fewer than half are in the lowest band of any scale",
        SeverityFigure.title(EN, List.of(low, low)));
    assertEquals(
        "No severity band can be shown", SeverityFigure.title(EN, List.of(List.of(hidden("x")))));
  }

  @Test
  void gapNeedsIntervalsApart() {
    Gap gap =
        Gap.widest(List.of(row("a", .1, .2, .3), row("b", .25, .3, .35), row("c", .5, .6, .7)));
    assertEquals("a", gap.low().text("level_label"));
    assertEquals("c", gap.high().text("level_label"));
    assertNull(Gap.widest(List.of(row("a", .1, .2, .3), row("b", .2, .3, .4), hidden("c"))));
  }

  @Test
  void strongestPairLeavesOutSharedContentAndZero() {
    Row shared = row("s", "one item", shown(.9, 2), shown(.8, 2), shown(.95, 2));
    Row weak = row("w", -.1, .1, .3);
    Row negative = row("n", -.6, -.5, -.4);
    Row positive = row("p", .2, .3, .4);
    List<Row> rows = List.of(shared, weak, positive, negative, hidden("h"));
    assertEquals(List.of(negative, positive), CorrelationFigure.strongest(rows));
    assertEquals(
        "The strongest pair: higher n goes with lower n (r = −0.500)",
        CorrelationFigure.title(EN, rows));
    assertEquals(
        "No pair of scales clearly goes together", CorrelationFigure.title(EN, List.of(weak)));
    assertEquals("No correlation can be shown", CorrelationFigure.title(EN, List.of(hidden("h"))));
  }

  @Test
  void trendTitleCountsClearChanges() {
    assertEquals(
        "Of 3 challenges compared with 2024: 1 higher, 1 lower and no clear change in 1",
        Say.changes(EN, List.of(Change.UP, Change.DOWN, Change.SAME, Change.UNKNOWN), "2024"));
    assertEquals(
        "No clear change from 2024 in any of 1 challenges compared",
        Say.changes(EN, List.of(Change.SAME), "2024"));
    assertEquals(
        "No challenge can be compared with 2024", Say.changes(EN, List.of(Change.UNKNOWN), "2024"));
  }

  @Test
  void noTitleSpeaksOfCausesOrDiagnoses() {
    List<Row> rows = List.of(row("A", .38, .4, .42), row("B", .2, .22, .24));
    List<String> titles =
        List.of(
            ShareFigure.title(EN, rows),
            SeverityFigure.title(EN, List.of(rows)),
            CorrelationFigure.title(EN, rows));
    for (String title : titles) {
      String lower = title.toLowerCase(Locale.ROOT);
      for (String word :
          List.of("cause", "because", "due to", "leads", "effect", "diagnos", "suffer", "worst")) {
        assertFalse(lower.contains(word), title);
      }
    }
  }

  @Test
  void longLabelsAreCutInTitles() {
    String brief = Say.brief("x".repeat(300));
    assertEquals(60, brief.length());
    assertTrue(brief.endsWith("…"));
    assertEquals("short", Say.brief("short"));
  }
}
