package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.caretally.codebook.Missing;
import org.caretally.intake.Unreadable;
import org.junit.jupiter.api.Test;

class SpellingsTest {
  private static Spellings of(Object... triples) {
    Spellings spellings = new Spellings();
    for (int i = 0; i < triples.length; i += 3) {
      spellings.add(
          (int) triples[i], ((Number) triples[i + 1]).longValue(), (String) triples[i + 2]);
    }
    return spellings;
  }

  private static List<Integer> merged(Spellings one, Spellings other) {
    one.merge(other);
    return one.several();
  }

  @Test
  void oneAnswerWrittenInTwoWaysIsFoundWhicheverPartHoldsWhich() {
    Spellings both = of(4, 0, "No", 4, 0, "Nein", 7, 0, "No", 7, 1, "Yes");
    assertEquals(List.of(4), both.several());
    assertEquals(List.of(4), merged(of(4, 0, "No", 7, 1, "Yes"), of(4, 0, "Nein", 7, 0, "No")));
    assertEquals(List.of(4), merged(of(4, 0, "Nein", 7, 0, "No"), of(4, 0, "No", 7, 1, "Yes")));
  }

  @Test
  void missingAndUnreadableTextsAreNoSpellings() {
    Spellings spellings =
        of(
            1,
            Missing.MARK,
            "NA",
            1,
            Missing.MARK,
            "-99",
            1,
            Unreadable.UNKNOWN_LABEL,
            "What",
            1,
            Unreadable.UNKNOWN_LABEL,
            "Eh");
    assertEquals(List.of(), spellings.several());
  }
}
