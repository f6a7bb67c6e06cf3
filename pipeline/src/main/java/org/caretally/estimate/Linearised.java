package org.caretally.estimate;

/**
 * A statistic at given totals, with its gradient.
 *
 * @param value the statistic
 * @param gradient its derivative by each total
 */
public record Linearised(double value, double[] gradient) {
  /** Copies nothing: the maker hands the array over. */
  public Linearised {}
}
