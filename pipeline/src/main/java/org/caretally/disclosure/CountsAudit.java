package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.disclosure.Tally.Place;
import org.caretally.problem.ProblemException;

/**
 * Hides further counts of a table whose counts add up to something that is published: with a single
 * hidden count among them, readers would subtract the others.
 */
final class CountsAudit {
  private final Tally tally;
  private final int k;
  private final Set<Place> hidden = new HashSet<>();

  private CountsAudit(Tally tally, int k) {
    this.tally = tally;
    this.k = k;
    for (int row = 0; row < tally.rows().size(); row++) {
      int at = row;
      tally
          .rows()
          .get(row)
          .counts()
          .forEach(
              (column, count) -> {
                if (count > 0 && count < k) {
                  hidden.add(new Place(at, column));
                }
              });
    }
  }

  /** Returns the places of all counts to hide. */
  static Set<Place> hidden(Tally tally, int k) {
    CountsAudit audit = new CountsAudit(tally, k);
    tally.totals().forEach(audit::protect);
    return audit.hidden;
  }

  private void protect(Tally.Total total) {
    if (total.parts().stream().noneMatch(hidden::contains)) {
      return;
    }
    Puzzle puzzle = new Puzzle();
    Map<Integer, Place> places = new HashMap<>();
    List<Integer> parts = new ArrayList<>();
    for (Place part : total.parts()) {
      parts.add(puzzle.add(count(part, total.whole()), hidden.contains(part)));
      places.put(parts.get(parts.size() - 1), part);
    }
    Known known = Known.base(total.whole());
    Unknown whole =
        new Unknown("", total.whole(), known.low(), known.high(), total.whole(), -1, Unknown.NEVER);
    puzzle.sum(puzzle.add(whole, false), parts);
    try {
      Partners.hide(puzzle).forEach(at -> hidden.add(places.get(at)));
    } catch (ProblemException e) {
      // nothing less than all of them is safe
      hidden.addAll(total.parts());
    }
  }

  private Unknown count(Place part, long whole) {
    long value = tally.rows().get(part.row()).counts().get(part.column());
    Known known = value == 0 ? new Known(0, 0) : Known.base(value);
    double rule = value > 0 && value < k ? k - 1 : -1;
    String name = part.column() + part.row();
    return new Unknown(name, value, known.low(), known.high(), whole, rule, value);
  }
}
