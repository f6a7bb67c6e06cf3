package org.caretally.estimate;

import java.util.Arrays;

/**
 * One common factor of items, by minimum residuals: loadings λ that minimise Σ_{i<j} (r_ij −
 * λ_iλ_j)² over the items' correlations, and how they change with a correlation.
 *
 * <p>Each loading in turn is set to its best value, Σ r_ij λ_j/Σ λ_j² over j ≠ i, until little
 * moves; Newton's method gives the last digits. At the minimum F_i = Σ_{j≠i} (r_ij − λ_iλ_j) λ_j =
 * 0, and the implicit function theorem gives the derivatives with the same matrix H = ∂F/∂λ.
 *
 * <p>Harman, H. H. and Jones, W. H. (1966). Factor analysis by minimizing residuals (minres).
 * Psychometrika 31, 351–368. doi:10.1007/BF02289468
 */
final class OneFactor {
  private static final int ROUNDS = 2_000;
  private static final int STEPS = 20;
  private static final double CLOSE = 1e-10;

  private final double[][] r;
  private final double[] loadings;

  private OneFactor(double[][] r, double[] loadings) {
    this.r = r;
    this.loadings = loadings;
  }

  /**
   * Fits the factor.
   *
   * @param r correlations of at least three items
   */
  static OneFactor of(double[][] r) {
    double sum = 0;
    for (double[] row : r) {
      sum += Arrays.stream(row).sum();
    }
    double[] start = new double[r.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = Arrays.stream(r[i]).sum() / Math.sqrt(sum);
    }
    OneFactor fit = new OneFactor(r, start);
    fit.rounds();
    fit.newton();
    return fit;
  }

  /** Returns the loadings; their sign is that of their sum at the start. */
  double[] loadings() {
    return loadings;
  }

  /** Returns whether all loadings lie between -1 and 1: one factor can have made the items. */
  boolean proper() {
    for (double l : loadings) {
      if (!(Math.abs(l) < 1)) {
        return false;
      }
    }
    return true;
  }

  private void rounds() {
    double moved = 1;
    for (int round = 0; round < ROUNDS && moved > CLOSE; round++) {
      moved = 0;
      for (int i = 0; i < loadings.length; i++) {
        double top = 0;
        double bottom = 0;
        for (int j = 0; j < loadings.length; j++) {
          if (j != i) {
            top += r[i][j] * loadings[j];
            bottom += loadings[j] * loadings[j];
          }
        }
        moved = Math.max(moved, Math.abs(top / bottom - loadings[i]));
        loadings[i] = top / bottom;
      }
    }
  }

  private void newton() {
    for (int step = 0; step < STEPS; step++) {
      double[] change = Matrices.times(Matrices.inverse(slopes()), conditions());
      double most = 0;
      for (int i = 0; i < change.length; i++) {
        loadings[i] -= change[i];
        most = Math.max(most, Math.abs(change[i]));
      }
      if (!(most > 1e-15)) {
        return;
      }
    }
  }

  private double[] conditions() {
    double[] f = new double[loadings.length];
    for (int i = 0; i < f.length; i++) {
      for (int j = 0; j < f.length; j++) {
        f[i] += j == i ? 0 : (r[i][j] - loadings[i] * loadings[j]) * loadings[j];
      }
    }
    return f;
  }

  private double[][] slopes() {
    int k = loadings.length;
    double[][] h = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (j != i) {
          h[i][j] = r[i][j] - 2 * loadings[i] * loadings[j];
          h[i][i] -= loadings[j] * loadings[j];
        }
      }
    }
    return h;
  }

  /**
   * Returns how a function of the loadings changes with each correlation.
   *
   * @param byLoading its derivative by each loading
   * @return derivative by r_ij, for every pair i ≠ j as one number that stands for both r_ij and
   *     r_ji
   */
  double[][] byCorrelation(double[] byLoading) {
    double[] g = Matrices.times(Matrices.inverse(slopes()), byLoading);
    double[][] slopes = new double[g.length][g.length];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        slopes[i][j] = i == j ? 0 : -(g[i] * loadings[j] + g[j] * loadings[i]);
      }
    }
    return slopes;
  }
}
