package org.caretally.disclosure;

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

  /** Returns the printed number of people, or -1. */
  long people() {
    return n.isEmpty() ? -1 : Long.parseLong(n);
  }

  boolean prints(Printed other) {
    return n.equals(other.n) && estimate.equals(other.estimate);
  }
}
