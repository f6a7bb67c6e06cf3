package org.caretally.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chained equations with predictive mean matching: for each missing score a person who has one and
 * for whom much the same is predicted, drawn at random.
 *
 * <p>Missing scores start as those of anybody. Then, {@value #ROUNDS} times and beginning with the
 * score that lacks least, each is regressed on the fixed columns and on all other scores as they
 * stand. Prediction is by β̂ for people with an answer and by drawn β* for people without (type 1
 * matching); one of the {@value #DONORS} people with the nearest predictions gives the answer. What
 * is filled in was therefore answered by somebody: it lies on the grid, in the range, and its
 * cut-offs are met or not as they were for that person.
 *
 * <p>van Buuren, S. and Groothuis-Oudshoorn, K. (2011). mice. Journal of Statistical Software
 * 45(3). doi:10.18637/jss.v045.i03. Little, R. J. A. (1988). Journal of Business and Economic
 * Statistics 6, 287–296. doi:10.1080/07350015.1988.10509663
 */
final class ChainedEquations {
  private static final int ROUNDS = 5;
  private static final int DONORS = 5;

  private final double[][] fixed;
  private final double[][] scores;
  private final boolean[][] known;
  private final double[] centre;
  private final double[] scale;

  /**
   * Prepares the chain.
   *
   * @param fixed for each person columns without missing values, the constant first
   * @param scores for each score and person its value; NaN when missing
   */
  ChainedEquations(double[][] fixed, double[][] scores) {
    this.fixed = fixed;
    this.scores = scores;
    known = new boolean[scores.length][];
    centre = new double[scores.length];
    scale = new double[scores.length];
    for (int v = 0; v < scores.length; v++) {
      double[] y = scores[v];
      known[v] = new boolean[y.length];
      double sum = 0;
      int n = 0;
      for (int i = 0; i < y.length; i++) {
        known[v][i] = !Double.isNaN(y[i]);
        sum += known[v][i] ? y[i] : 0;
        n += known[v][i] ? 1 : 0;
      }
      centre[v] = sum / n;
      double squares = 0;
      for (double value : y) {
        squares += Double.isNaN(value) ? 0 : (value - centre[v]) * (value - centre[v]);
      }
      scale[v] = squares > 0 ? Math.sqrt(squares / n) : 1;
    }
  }

  /** Returns for each score and person whose answer counts: the own one, or that of a donor. */
  int[][] donors(Random random) {
    int[][] donors = new int[scores.length][fixed.length];
    double[][] filled = new double[scores.length][];
    for (int v = 0; v < scores.length; v++) {
      int at = v;
      int[] pool = IntStream.range(0, fixed.length).filter(i -> known[at][i]).toArray();
      filled[v] = scores[v].clone();
      for (int i = 0; i < fixed.length; i++) {
        donors[v][i] = known[v][i] ? i : pool[random.nextInt(pool.length)];
        filled[v][i] = scores[v][donors[v][i]];
      }
    }
    List<Integer> order = order();
    for (int round = 0; round < ROUNDS; round++) {
      for (int v : order) {
        match(v, filled, donors[v], random);
        for (int i = 0; i < fixed.length; i++) {
          filled[v][i] = scores[v][donors[v][i]];
        }
      }
    }
    return donors;
  }

  private List<Integer> order() {
    return IntStream.range(0, scores.length)
        .filter(v -> missing(v) > 0)
        .boxed()
        .sorted(Comparator.comparingLong(this::missing))
        .toList();
  }

  private long missing(int v) {
    return Arrays.stream(scores[v]).filter(Double::isNaN).count();
  }

  private void match(int v, double[][] filled, int[] donors, Random random) {
    double[][] x = new double[fixed.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOf(fixed[i], fixed[i].length + scores.length - 1);
      int at = fixed[i].length;
      for (int other = 0; other < scores.length; other++) {
        if (other != v) {
          x[i][at++] = (filled[other][i] - centre[other]) / scale[other];
        }
      }
    }
    BayesRegression regression = BayesRegression.of(x, scores[v], known[v], random);
    Integer[] pool =
        IntStream.range(0, x.length).filter(i -> known[v][i]).boxed().toArray(Integer[]::new);
    double[] predicted = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      predicted[i] =
          BayesRegression.times(x[i], known[v][i] ? regression.fitted() : regression.drawn());
    }
    Arrays.sort(pool, Comparator.comparingDouble((Integer i) -> predicted[i]));
    double[] sorted = Arrays.stream(pool).mapToDouble(i -> predicted[i]).toArray();
    for (int i = 0; i < x.length; i++) {
      if (!known[v][i]) {
        donors[i] = pool[near(sorted, predicted[i], random)];
      }
    }
  }

  /** Returns the place of one of the nearest values, at random. */
  private static int near(double[] sorted, double value, Random random) {
    int found = Arrays.binarySearch(sorted, value);
    int right = found < 0 ? -found - 1 : found;
    int left = right - 1;
    for (int taken = 0; taken < Math.min(DONORS, sorted.length); taken++) {
      boolean low =
          right >= sorted.length || (left >= 0 && value - sorted[left] <= sorted[right] - value);
      if (low) {
        left--;
      } else {
        right++;
      }
    }
    return left + 1 + random.nextInt(right - left - 1);
  }
}
