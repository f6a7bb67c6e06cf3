package org.caretally.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * How far a number may lie from that of other software, relative to it: 1e-9, p-values 1e-8,
 * polychoric correlations, which are roots of sums of integrals, 1e-6. {@link Compared} refuses a
 * comparison with a wider tolerance, so that no line of the list of comparisons is above these
 * bounds unless it is an exception here.
 */
final class Bounds {
  private static final double NUMBER = 1e-9;
  private static final double P_VALUE = 1e-8;
  private static final double POLYCHORIC = 1e-6;

  /**
   * A method for which the other software is less exact than we are.
   *
   * @param exact the comparison with an exact reference that stands beside it
   */
  record Loose(String method, String data, double bound, String reason, String exact) {}

  static final List<Loose> LOOSE =
      List.of(
          new Loose(
              "interval.likelihood",
              "",
              2e-5,
              "R interpolates its profile of the likelihood between about ten points",
              "interval.exact_likelihood"),
          new Loose(
              "psych",
              "nhanes",
              1e-4,
              "psych::polychoric searches with optimize, whose default tolerance is 1e-4",
              "polychoric.unweighted"),
          new Loose(
              "psych",
              "items",
              2e-6,
              "psych::fa stops optim when the sum of squares moves by less than 1e-8 of itself",
              "omega"));

  private Bounds() {}

  /** Returns the widest tolerance for a value of a method. */
  static double of(Compared.Source source, String value) {
    for (Loose l : LOOSE) {
      if (source.method().equals(l.method) && source.data().contains(l.data)) {
        return l.bound;
      }
    }
    if (source.method().startsWith("polychoric")) {
      return POLYCHORIC;
    }
    return Arrays.asList(value.split("[._ ]")).contains("p") ? P_VALUE : NUMBER;
  }
}
