package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCodesTest {
  private static final Library LIBRARY = Library.builtIn();

  private static AnswerCodes answers(String id, int column, ScoringOptions options) {
    return Scoring.of(LIBRARY.find(id).orElseThrow(), options).answers(column);
  }

  private static AnswerCodes answers(String id, int column) {
    return answers(id, column, ScoringOptions.standard());
  }

  private static ScoringOptions read(String values) {
    return ScoringOptions.standard().withValues(values);
  }

  @ParameterizedTest
  @CsvSource({
    "Nearly every day, 3",
    "NEARLY EVERY DAY., 3",
    "'  nearly   every day ', 3",
    "nearly everyday, 3",
    "3, 3",
    "3.0, 3",
    "'3,0', 3",
    "3 - nearly every day, 3",
    "3. Nearly every day, 3",
    "3\u2013nearly every day, 3",
    "Nearly every day (3), 3",
    "Not at all, 0"
  })
  void labelsAndCodesAreRead(String text, long code) {
    assertEquals(code, answers("phq9", 0).code(text));
  }

  @Test
  void whatIsNoAnswerIsNamed() {
    AnswerCodes phq = answers("phq9", 0);
    assertEquals(AnswerCodes.OUT_OF_RANGE, phq.code("4"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, phq.code("1.5"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, phq.code("every day"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, phq.code("2 - nearly every day"));
    assertEquals(AnswerCodes.NOT_A_NUMBER, answers("phq9", 0, read("codes")).code("several days"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, answers("phq9", 0, read("labels")).code("3"));
  }

  @Test
  void aNumberIsALabelWhereTheFormPrintsNoWords() {
    AnswerCodes ends = answers("vts", 0, read("labels"));
    assertEquals(4, ends.code("4"));
    assertEquals(7, ends.code("strongly agree"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, ends.code("7"));
  }

  @Test
  void theMisprintOfTheGad7IsZeroAndReported() {
    AnswerCodes gad = answers("gad7", 0);
    assertEquals(0, gad.code("Not at all sure"));
    assertTrue(gad.suspicious("not at all sure"));
    assertFalse(gad.suspicious("not at all"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, answers("phq9", 0).code("not at all sure"));
  }

  @Test
  void aLabelIsNeverFoundInsideAnother() {
    AnswerCodes ess = answers("ess", 0);
    assertEquals(0, ess.code("would never doze"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, ess.code("never"));
  }

  @Test
  void rangesOfNumbersStayApart() {
    AnswerCodes drinks = answers("audit", 1);
    assertEquals(3, drinks.code("7, 8, or 9"));
    assertEquals(0, drinks.code("1 or 2"));
    AnswerCodes friends = answers("osss3", 0);
    assertEquals(2, friends.code("1 - 2"));
    assertEquals(3, friends.code("3-5"));
    assertEquals(4, friends.code("5+"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, friends.code("5"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, friends.code("12"));
  }

  @Test
  void insomniaItemsHaveThreeKindsOfLabels() {
    assertEquals(0, answers("isi", 0).code("none"));
    assertEquals(4, answers("isi", 3).code("very dissatisfied"));
    assertEquals(0, answers("isi", 4).code("not at all noticeable"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, answers("isi", 3).code("none"));
  }

  @Test
  void numericCodesOfTheK6NeedAVariant() {
    assertEquals(4, answers("k6", 0).code("all of the time"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, answers("k6", 0).code("4"));
    ScoringOptions five = ScoringOptions.standard().withVariant("coded_1_5");
    assertEquals(3, answers("k6", 0, five).code("4"));
    assertEquals(4, answers("k6", 0, five).code("all of the time"));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 700",
    "6.5, 650",
    "6.50, 650",
    "6.500, 650",
    "'6,5', 650",
    ".5, 50",
    "24, 2400",
    "' 8 ', 800",
    "07, 700"
  })
  void hoursAreHeldExactly(String text, long cell) {
    assertEquals(cell, answers("sleep_hours", 0).code(text));
  }

  @Test
  void numbersThatDoNotFitAreNamed() {
    AnswerCodes hours = answers("sleep_hours", 0);
    assertEquals(AnswerCodes.TOO_MANY_DECIMALS, hours.code("6.125"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, hours.code("24.01"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, hours.code("-1"));
    for (String text : List.of("about 7", "7h", "1,000", "", ".", "-", "1e1", "7..5", "NaN")) {
      assertEquals(AnswerCodes.NOT_A_NUMBER, hours.code(text), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "23:00, 1380",
    "23:00:00, 1380",
    "00:30, 30",
    "7:05, 425",
    "11 pm, 1380",
    "11:30 PM, 1410",
    "12:15 a.m., 15",
    "12:00 pm, 720"
  })
  void timesOfDayAreMinutes(String text, long minutes) {
    assertEquals(minutes, answers("psqi", 0).code(text));
  }

  @Test
  void timesThatDoNotExistAreNamed() {
    AnswerCodes clock = answers("psqi", 0);
    assertEquals(AnswerCodes.OUT_OF_RANGE, clock.code("25:00"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, clock.code("13 pm"));
    assertEquals(AnswerCodes.NOT_A_NUMBER, clock.code("2300"));
    assertEquals(AnswerCodes.NOT_A_NUMBER, clock.code("late"));
  }

  @Test
  void aUserMayAddLabels() {
    ScoringOptions options =
        new ScoringOptions(
            "labels",
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            true,
            Map.of(),
            Map.of("2", Map.of("3-4 drinks", "1")),
            List.of());
    assertEquals(1, answers("audit_c", 1, options).code("3 - 4 Drinks"));
    assertEquals(AnswerCodes.UNKNOWN_LABEL, answers("audit_c", 0, options).code("3-4 drinks"));
  }

  @Test
  void codesMayBeginAtAnotherNumber() {
    ScoringOptions options =
        new ScoringOptions(
            "auto",
            OptionalInt.of(1),
            Optional.empty(),
            OptionalInt.empty(),
            true,
            Map.of(),
            Map.of(),
            List.of());
    AnswerCodes codes = answers("gad7", 0, options);
    assertEquals(0, codes.code("1"));
    assertEquals(3, codes.code("4"));
    assertEquals(3, codes.code("Nearly every day"));
    assertEquals(AnswerCodes.OUT_OF_RANGE, codes.code("0"));
  }

  @Test
  void whatIsAcceptedCanBeTold() {
    assertEquals(
        List.of(
            "0 or \"not at all\"",
            "1 or \"several days\"",
            "2 or \"more than half the days\"",
            "3 or \"nearly every day\""),
        answers("phq9", 0).accepted());
    assertEquals(List.of("0", "1", "2", "3"), answers("phq9", 0, read("codes")).accepted());
    assertEquals(
        List.of("a number from 0 to 24, at most 2 decimals"), answers("sleep_hours", 0).accepted());
    ScoringOptions one = read("codes").withVariant("numbered_from_1");
    assertEquals(List.of("1", "2", "3"), answers("audit", 8, one).accepted());
    assertEquals(4, answers("audit", 8, one).code("3"));
  }
}
