package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/** Factor L of a symmetric positive matrix A = L Lᵀ, for solving equations. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Returns the columns, in order, that are not a linear combination of earlier ones.
   *
   * @param matrix cross products of columns of unit length
   * @param tolerance least share of a column's length that earlier columns must not explain
   */
  static List<Integer> independent(double[][] matrix, double tolerance) {
    List<Integer> kept = new ArrayList<>();
    double[][] l = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int a = 0; a < kept.size(); a++) {
        int j = kept.get(a);
        double sum = matrix[i][j];
        for (int b = 0; b < a; b++) {
          sum -= l[i][b] * l[j][b];
        }
        l[i][a] = sum / l[j][a];
      }
      double rest = matrix[i][i];
      for (int a = 0; a < kept.size(); a++) {
        rest -= l[i][a] * l[i][a];
      }
      if (rest > tolerance * matrix[i][i] && rest > 0) {
        l[i][kept.size()] = Math.sqrt(rest);
        kept.add(i);
      }
    }
    return kept;
  }

  /** Factors a matrix; the factor is not usable when the matrix is not positive. */
  static Cholesky of(double[][] matrix) {
    int n = matrix.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    return new Cholesky(l);
  }

  boolean usable() {
    for (int i = 0; i < lower.length; i++) {
      if (!(lower[i][i] > 0) || Double.isInfinite(lower[i][i])) {
        return false;
      }
    }
    return true;
  }

  /** Solves A x = b. */
  double[] solve(double[] b) {
    int n = lower.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** Returns A⁻¹, symmetric to the last bit. */
  double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
      for (int j = 0; j < i; j++) {
        inverse[i][j] = inverse[j][i];
      }
    }
    return inverse;
  }

  /** Returns ln det A. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }
}
