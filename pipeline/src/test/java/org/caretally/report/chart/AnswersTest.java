package org.caretally.report.chart;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.caretally.report.chart.Answers.Side;
import org.junit.jupiter.api.Test;

/** Where the answers to an item stand: below, in or above the middle of its range. */
class AnswersTest {
  private static final List<String> COLUMNS =
      List.of("instrument", "item", "column", "answer_from", "answer_to", "share");

  private static Row row(String from, String to, Cell share) {
    return new Row(
        COLUMNS,
        List.of(
            new Words("I"), new Words("1"), new Words("c"), new Words(from), new Words(to), share));
  }

  private static Answers item(int low, int high, double... shares) {
    List<Row> rows = new ArrayList<>();
    for (int code = low; code <= high; code++) {
      String text = Integer.toString(code);
      rows.add(row(text, text, shown(shares[code - low], 2)));
    }
    return Answers.of(rows).get(0);
  }

  @Test
  void anOddNumberOfCodesHasAMiddle() {
    Answers item = item(1, 5, .1, .2, .3, .25, .15);
    assertEquals(.3, item.share(Side.LOW), 1e-12);
    assertEquals(.3, item.share(Side.MIDDLE), 1e-12);
    assertEquals(.4, item.share(Side.HIGH), 1e-12);
  }

  @Test
  void anEvenNumberHasNone() {
    Answers item = item(0, 3, .1, .2, .3, .4);
    assertEquals(0, item.share(Side.MIDDLE));
    assertEquals(.7, item.share(Side.HIGH), 1e-12);
    List<Ink> inks = item.answers().stream().map(item::ink).toList();
    assertEquals(List.of(Ink.D0, Ink.D2, Ink.D4, Ink.D6), inks);
  }

  @Test
  void anAnswerJoinedAcrossTheMiddleBelongsToNeitherSide() {
    Answers item =
        Answers.of(
                List.of(
                    row("0", "0", shown(.5, 2)),
                    row("1", "2", shown(.3, 2)),
                    row("3", "3", shown(.2, 2))))
            .get(0);
    assertEquals(.3, item.share(Side.MIDDLE), 1e-12);
    assertEquals(.2, item.share(Side.HIGH), 1e-12);
  }

  @Test
  void numbersAndYesOrNoAreNoScales() {
    assertTrue(
        Answers.of(List.of(row("", "", shown(.5, 2)), row("0", "1", shown(1, 2)))).isEmpty());
  }

  @Test
  void oneHiddenShareHidesTheItem() {
    Row hidden = row("3", "3", confidential());
    assertFalse(Answers.of(List.of(row("1", "2", shown(.5, 2)), hidden)).get(0).shown());
  }
}
