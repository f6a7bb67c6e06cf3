package org.caretally.report.chart;

import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.Changes;
import org.caretally.report.words.Tongue;

/** What a test of a change, or of a trend, says of a result. */
public enum Change {
  /** Clearly higher, or rising. */
  UP,
  /** Clearly lower, or falling. */
  DOWN,
  /** No clear change. */
  SAME,
  /** No clear trend. */
  FLAT,
  /** Nothing can be said. */
  UNKNOWN;

  /** Returns what a published change says. */
  public static Change of(Optional<Row> change) {
    return of(Changes.word(change));
  }

  /** Returns what the result of a test means, such as "higher" or "falls". */
  static Change of(String word) {
    return switch (word) {
      case "higher", "rises" -> UP;
      case "lower", "falls" -> DOWN;
      case "no clear change" -> SAME;
      case "no clear trend" -> FLAT;
      default -> UNKNOWN;
    };
  }

  /** Compares two results: up or down only when their 95% intervals do not meet. */
  static Change of(Row before, Row after) {
    if (!Say.bounded(before) || !Say.bounded(after)) {
      return UNKNOWN;
    }
    if (!Say.apart(before, after)) {
      return SAME;
    }
    return after.number("estimate") > before.number("estimate") ? UP : DOWN;
  }

  /** Returns whether something clearly changed. */
  public boolean clear() {
    return this == UP || this == DOWN;
  }

  /** Returns it in words, such as "no clear change". */
  public String words(Tongue t) {
    return switch (this) {
      case UP -> t.say("change.higher");
      case DOWN -> t.say("change.lower");
      case SAME -> t.say("change.same");
      case FLAT -> t.say("change.flat");
      case UNKNOWN -> t.say("change.unknown");
    };
  }

  /** Returns it in the words of a trend, such as "rises". */
  public String trend(Tongue t) {
    return switch (this) {
      case UP -> t.say("result.rises");
      case DOWN -> t.say("result.falls");
      default -> words(t);
    };
  }
}
