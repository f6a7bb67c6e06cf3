package org.caretally.disclosure;

import java.util.List;
import java.util.Map;

/**
 * One line of a published table of estimates, as printed.
 *
 * @param wave the wave
 * @param group the group
 * @param measure the measure
 * @param scale the scale it is made from
 * @param hidden whether it is withheld to protect people
 * @param n people it rests on; empty when that is not printed
 * @param estimate the estimate; empty when that is not printed
 */
public record Printed(
    String wave,
    Group group,
    String measure,
    String scale,
    boolean hidden,
    String n,
    String estimate) {

  /** Returns the lines of a table, from its cells by column. */
  static List<Printed> of(List<Map<String, String>> rows) {
    return rows.stream()
        .map(
            r ->
                new Printed(
                    r.get("wave"),
                    new Group(r.get("domain"), r.get("level")),
                    r.get("measure"),
                    r.get("scale"),
                    r.get("status").equals("confidential"),
                    number(r.get("n")),
                    number(r.get("estimate"))))
        .toList();
  }

  private static String number(String cell) {
    return cell.startsWith("[") ? "" : cell;
  }

  /** Returns the printed number of people, or -1. */
  long people() {
    return n.isEmpty() ? -1 : Long.parseLong(n);
  }

  /** Returns whether it is the share of people beyond a cut-off. */
  boolean share() {
    return measure.indexOf(':') > 0;
  }

  /** Returns the people beyond the cut-off by what is printed, or -1. */
  double cases() {
    return n.isEmpty() || estimate.isEmpty() ? -1 : people() * Double.parseDouble(estimate);
  }

  boolean prints(Printed other) {
    return n.equals(other.n) && estimate.equals(other.estimate);
  }
}
