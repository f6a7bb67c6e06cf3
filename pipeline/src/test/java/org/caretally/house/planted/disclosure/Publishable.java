package org.caretally.house.planted.disclosure;

/** Stands for a publishable number. */
public final class Publishable {
  private final double value;

  /** Open to everybody, which is the mistake. */
  public Publishable(double value) {
    this.value = value;
  }

  /** Returns the number. */
  public double value() {
    return value;
  }
}
