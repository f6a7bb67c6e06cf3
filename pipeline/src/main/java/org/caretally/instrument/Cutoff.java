package org.caretally.instrument;

/**
 * A cut-off of a scale.
 *
 * @param id its name, unique in the scale
 * @param female for women
 * @param male for men
 * @param other for everybody else
 * @param bySex whether it differs by sex; else the three are equal
 * @param flagOther whether persons of another or unknown sex are counted separately
 * @param byDefault whether it carries the headline figure
 * @param enabled false while a person has yet to check the source: then it is not computed
 * @param source where it comes from; may be empty
 * @param note in words; may be empty
 * @param evidence how far it is confirmed
 */
public record Cutoff(
    String id,
    Threshold female,
    Threshold male,
    Threshold other,
    boolean bySex,
    boolean flagOther,
    boolean byDefault,
    boolean enabled,
    String source,
    String note,
    Evidence evidence) {

  /** Returns the cut-off in words, such as {@code at or above 10}. */
  public String words() {
    if (!bySex) {
      return female.words();
    }
    return female.words()
        + " for women, "
        + male.words()
        + " for men, "
        + other.words()
        + " for others";
  }

  /** Returns the same cut-off with one threshold for everybody, and switched on. */
  Cutoff with(java.math.BigDecimal value) {
    Threshold t = new Threshold(female.op(), value);
    return new Cutoff(id, t, t, t, false, false, byDefault, true, source, note, evidence);
  }

  /** Returns the same cut-off, switched on. */
  Cutoff switchedOn() {
    return new Cutoff(
        id, female, male, other, bySex, flagOther, byDefault, true, source, note, evidence);
  }
}
