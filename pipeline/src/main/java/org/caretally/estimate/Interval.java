package org.caretally.estimate;

/**
 * A 95 % interval.
 *
 * @param low lower limit; NaN when it does not exist
 * @param high upper limit; NaN when it does not exist
 * @param method id of the method, such as {@code korn_graubard}
 */
public record Interval(double low, double high, String method) {

  /** An interval that does not exist. */
  public static Interval none(String method) {
    return new Interval(Double.NaN, Double.NaN, method);
  }
}
