package org.caretally.disclosure;

/**
 * A number that passed the gate, at the precision the gate allows and no finer. Only the gate can
 * make one: the constructor is closed, and the class is not serialisable.
 */
public final class Shown implements Cell {
  private final double value;
  private final String text;

  Shown(double value, String text) {
    this.value = value;
    this.text = text;
  }

  /** Returns the number to draw: exactly what {@link #text()} says. */
  public double value() {
    return value;
  }

  /** Returns the number as CSV and tables print it, with a decimal point. */
  @Override
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
