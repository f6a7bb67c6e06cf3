package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns give the columns that people mean, in the order they mean. */
class NamePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "plain name > plain name",
        "DPQ0{1..3}0 > DPQ010 DPQ020 DPQ030",
        "Q{9..11} > Q9 Q10 Q11",
        "Q{09..11} > Q09 Q10 Q11",
        "Q{0..2} > Q0 Q1 Q2",
        "Q{1..010} > Q001 Q002 Q003 Q004 Q005 Q006 Q007 Q008 Q009 Q010",
        "Q{a..c} > Qa Qb Qc",
        "Q{X..Z} > QX QY QZ",
        "Q{1,2,5}x > Q1x Q2x Q5x",
        "Q{1, b} > Q1 Qb",
        "{1..2}{a,b} > 1a 1b 2a 2b",
        "Q{{1..2}} > Q{1..2}"
      })
  void expands(String pattern, String columns) throws NamePattern.Fault {
    List<String> expected =
        pattern.contains("plain") ? List.of(columns) : List.of(columns.split(" "));
    assertEquals(expected, NamePattern.expand(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Q{", "Q}", "Q{}", "Q{a}", "Q{1..}", "Q{a..Z}", "Q{2..1}", "Q{1,}", "Q{1..501}"})
  void refuses(String pattern) {
    assertThrows(NamePattern.Fault.class, () -> NamePattern.expand(pattern));
  }

  @Test
  void boundsProducts() {
    assertThrows(
        NamePattern.Fault.class, () -> NamePattern.expand("{1..100}{1..100}{1..100}{1..100}"));
  }
}
