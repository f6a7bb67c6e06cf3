package org.caretally.engine;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.caretally.codebook.Missing;
import org.caretally.intake.Step;
import org.caretally.intake.Unreadable;
import org.caretally.study.Cleaning;

/**
 * Decides about a row before its answers are coded: the rules about single texts, then what only
 * all rows together could tell. The first rule that applies is the reason.
 */
final class Verdicts implements Serializable {
  private final Cleaning cleaning;
  private final HashSet<Long> same = new HashSet<>();
  private long fastest;

  Verdicts(Cleaning cleaning) {
    this.cleaning = cleaning;
    fastest = cleaning.pace().isEmpty() ? 0 : cleaning.pace().get(0).limit(0);
  }

  /** Notes a row with the same answers as one that is kept. */
  void same(long line) {
    same.add(line);
  }

  /** Notes the median of all times, in milliseconds. */
  void median(double millis) {
    fastest = cleaning.pace().get(0).limit(millis);
  }

  /** Returns why a row is set aside by the text of one column. */
  Optional<Step> texts(Fields fields) {
    for (Cleaning.TextRule rule : cleaning.texts()) {
      if (rule.refuses(fields.code(rule.slot()))) {
        return Optional.of(rule.step());
      }
    }
    return Optional.empty();
  }

  /** Returns why a row is set aside, looking at nothing but its texts and its time. */
  Optional<Step> of(Fields fields) {
    Optional<Step> texts = texts(fields);
    if (texts.isPresent()) {
      return texts;
    }
    if (same.contains(fields.line())) {
      return Optional.of(Step.SAME_ANSWERS);
    }
    return tooFast(fields) ? Optional.of(Step.TOO_FAST) : Optional.empty();
  }

  private boolean tooFast(Fields fields) {
    if (cleaning.pace().isEmpty()) {
      return false;
    }
    long millis = millis(fields, cleaning.pace().get(0).slots());
    return !Missing.is(millis) && millis < fastest;
  }

  /** Returns how long a row took in milliseconds; the missing mark when that is not known. */
  static long millis(Fields fields, List<Integer> slots) {
    long end = fields.code(slots.get(slots.size() - 1));
    long start = slots.size() == 1 ? 0 : fields.code(slots.get(0));
    boolean known =
        !Missing.is(start) && !Missing.is(end) && !Unreadable.is(start) && !Unreadable.is(end);
    return known ? end - start : Missing.MARK;
  }
}
