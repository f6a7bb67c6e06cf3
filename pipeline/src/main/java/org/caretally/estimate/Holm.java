package org.caretally.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for a family of planned tests so that the chance of any false finding stays
 * below the level: the largest p·(m − rank + 1) over all smaller ranks, at most 1.
 *
 * <p>Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal
 * of Statistics 6, 65–70.
 */
public final class Holm {
  private Holm() {}

  /**
   * Returns the adjusted p-values in the order given; NaN stays NaN and does not count in the
   * family.
   */
  public static double[] adjusted(double[] p) {
    Integer[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .toArray(Integer[]::new);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double most = 0;
    for (int rank = 0; rank < order.length; rank++) {
      int i = order[rank];
      most = Math.max(most, Math.min(1, p[i] * (order.length - rank)));
      adjusted[i] = most;
    }
    return adjusted;
  }
}
