package org.caretally.disclosure;

/** What a search took, in steps and not in time. */
final class Work {
  private long attacks;
  private long programmes;
  private int variables;

  void attack() {
    attacks++;
  }

  /**
   * A linear programme was solved.
   *
   * @param size how many variables it has
   */
  void programme(int size) {
    programmes++;
    variables = Math.max(variables, size);
  }

  synchronized void add(Work other) {
    attacks += other.attacks;
    programmes += other.programmes;
    variables = Math.max(variables, other.variables);
  }

  /** Returns how often a hidden count was attacked. */
  long attacks() {
    return attacks;
  }

  /** Returns how many linear programmes were solved. */
  long programmes() {
    return programmes;
  }

  /** Returns how many variables the largest of them had. */
  int variables() {
    return variables;
  }

  @Override
  public String toString() {
    return attacks
        + " attacks, "
        + programmes
        + " linear programmes, the largest with "
        + variables
        + " variables";
  }
}
