package org.caretally.report.chart;

import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.words.Tongue;

/**
 * How a result compares with an earlier one. Higher and lower only when both are shown and their 95%
 * intervals do not meet.
 */
public enum Change {
  /** Clearly higher. */
  HIGHER("change.higher"),
  /** Clearly lower. */
  LOWER("change.lower"),
  /** No clear change. */
  SAME("change.same"),
  /** One of the two is not shown. */
  UNKNOWN("change.unknown");

  private final String key;

  Change(String key) {
    this.key = key;
  }

  /** Compares two results. */
  public static Change of(Row before, Row after) {
    if (!Say.bounded(before) || !Say.bounded(after)) {
      return UNKNOWN;
    }
    if (!Say.apart(before, after)) {
      return SAME;
    }
    return after.number("estimate") > before.number("estimate") ? HIGHER : LOWER;
  }

  /** Returns it in words, such as "no clear change". */
  public String words(Tongue t) {
    return t.say(key);
  }
}
