package org.caretally.engine;

import java.util.List;
import org.caretally.codebook.Missing;
import org.caretally.instrument.AnswerCodes;
import org.caretally.intake.Unreadable;
import org.caretally.study.Coding;
import org.caretally.study.Scored;

/** Shows what looks odd in the answers to items to the checks of their instrument. */
final class AnswerWatch {
  private final Coding coding;
  private final Folded folded;
  private final boolean[][] misprints;

  AnswerWatch(Coding coding, Folded folded) {
    this.coding = coding;
    this.folded = folded;
    List<Scored> scored = coding.scored();
    misprints = new boolean[scored.size()][];
    for (int i = 0; i < misprints.length; i++) {
      misprints[i] = new boolean[scored.get(i).slots().size()];
      for (int j = 0; j < misprints[i].length; j++) {
        misprints[i][j] = scored.get(i).scoring().answers(j).knowsMisprints();
      }
    }
  }

  /**
   * Looks at one answer to an item.
   *
   * @param code what its text was read as
   */
  void see(Fields fields, long code, int instrument, int column, int slot) {
    if (code == Unreadable.OUT_OF_RANGE) {
      folded.checks(instrument).outOfRange(column, fields.text(slot));
    } else if (misprints[instrument][column] && !Missing.is(code)) {
      AnswerCodes codes = coding.scored().get(instrument).scoring().answers(column);
      if (codes.suspicious(fields.text(slot))) {
        folded.checks(instrument).suspicious(column);
      }
    }
  }

  /** Notes in which ways the answers to items are written; called once, after the last row. */
  void spellings(Fields fields) {
    for (Scored scored : coding.scored()) {
      for (int j = 0; j < scored.slots().size(); j++) {
        if (scored.scoring().answers(j).options()) {
          int slot = scored.slots().get(j);
          fields.decoded(slot, (text, code) -> folded.spellings().add(slot, code, text));
        }
      }
    }
  }
}
