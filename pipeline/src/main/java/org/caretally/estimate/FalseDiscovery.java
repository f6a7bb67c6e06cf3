package org.caretally.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for a family of tests so that the expected share of false findings is
 * controlled: the smallest p·m/rank over all larger ranks, at most 1.
 *
 * <p>Benjamini, Y. and Hochberg, Y. (1995). Journal of the Royal Statistical Society B 57, 289–300.
 * doi:10.1111/j.2517-6161.1995.tb02031.x
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Returns the adjusted p-values in the order given; NaN stays NaN and does not count in the
   * family.
   */
  public static double[] adjusted(double[] p) {
    Integer[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -p[i]))
            .toArray(Integer[]::new);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int rank = order.length; rank > 0; rank--) {
      int i = order[order.length - rank];
      least = Math.min(least, p[i] * order.length / rank);
      adjusted[i] = least;
    }
    return adjusted;
  }
}
