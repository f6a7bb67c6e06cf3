package org.caretally.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Choices are told apart even where they hold the separator or begin alike. */
class ChoiceDecoderTest {
  private static final List<String> ALL = List.of("Team", "Team, informally", "Peers", "Peer");

  private static String ticked(String cell, String separator, boolean strict) {
    StringBuilder ticked = new StringBuilder();
    for (int i = 0; i < ALL.size(); i++) {
      long code = new ChoiceDecoder(ALL, i, separator, strict).code(cell);
      ticked.append(code == ChoiceDecoder.YES ? "y" : code == ChoiceDecoder.NO ? "n" : "?");
    }
    return ticked.toString();
  }

  @Test
  void theLongestChoiceCounts() {
    assertEquals("nynn", ticked("Team, informally", ",", true));
    assertEquals("nyyn", ticked("peers,TEAM,  informally", ",", true));
    assertEquals("ynnn", ticked("Team", ",", true));
    assertEquals("ynny", ticked("Team,Peer", ",", true));
  }

  @Test
  void aTrailingSeparatorIsNothing() {
    assertEquals("ynyn", ticked("Team;Peers;", ";", true));
    assertEquals("ynyn", ticked("Team; Peers", ";", true));
  }

  @Test
  void otherTextsStopOrArePassedOver() {
    assertEquals("????", ticked("Team;My dog", ";", true));
    assertEquals("ynnn", ticked("My dog;Team", ";", false));
    assertEquals("nnnn", ticked("Teams", ";", false));
  }

  @Test
  void codesMayStandBetweenBlanks() {
    ChoiceDecoder one = new ChoiceDecoder(List.of("1", "10", "11"), 0, " ", true);
    ChoiceDecoder ten = new ChoiceDecoder(List.of("1", "10", "11"), 1, " ", true);
    assertEquals(ChoiceDecoder.NO, one.code("10 11"));
    assertEquals(ChoiceDecoder.YES, one.code("10 1"));
    assertEquals(ChoiceDecoder.YES, ten.code("10 1"));
    assertEquals(ChoiceDecoder.NO, ten.code("1 11"));
  }

  @Test
  void aColumnOfItsOwnHoldsATickInAnyForm() {
    ChoiceDecoder alone = ChoiceDecoder.alone();
    for (String yes : List.of("1", "Checked", "Team, informally", "Y", "3", "TRUE")) {
      assertEquals(ChoiceDecoder.YES, alone.code(yes), yes);
    }
    for (String no : List.of("0", "", "Unchecked", "No", "FALSE", "Not selected")) {
      assertEquals(ChoiceDecoder.NO, alone.code(no), no);
    }
  }
}
