package org.caretally.engine;

import java.io.Serializable;
import java.util.List;
import org.caretally.intake.Step;
import org.caretally.study.Cleaning;
import org.caretally.study.Coding;

/**
 * Rows of a file that are no person's answers to this questionnaire, such as another event or form
 * of a REDCap project. They are set aside before identifiers are compared: a person has several of
 * them.
 */
final class OtherRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Cleaning.TextRule> rules;

  OtherRows(Coding coding, int file) {
    rules =
        coding.cleaning().texts().stream()
            .filter(r -> r.step() == Step.OTHER_ROWS)
            .filter(r -> coding.slots().get(r.slot()).file() == file)
            .toList();
  }

  /** Returns whether a row, which is not ragged, is one of them. */
  boolean has(Fields fields) {
    for (Cleaning.TextRule rule : rules) {
      if (rule.refuses(fields.code(rule.slot()))) {
        return true;
      }
    }
    return false;
  }
}
