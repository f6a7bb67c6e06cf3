package org.caretally.estimate;

import java.util.List;

/** The little linear algebra that small symmetric problems need; sums run in a fixed order. */
final class Matrices {
  private Matrices() {}

  static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  static double[] times(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i][j] * x[j];
      }
    }
    return y;
  }

  static double[][] transposed(double[][] a) {
    double[][] b = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        b[j][i] = a[i][j];
      }
    }
    return b;
  }

  static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  /** Returns some rows and columns of a matrix. */
  static double[][] block(double[][] a, List<Integer> at) {
    double[][] b = new double[at.size()][at.size()];
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        b[i][j] = a[at.get(i)][at.get(j)];
      }
    }
    return b;
  }

  /** Returns the inverse by elimination with the largest pivot; NaN everywhere when singular. */
  static double[][] inverse(double[][] a) {
    int n = a.length;
    double[][] m = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], 0, m[i], 0, n);
      m[i][n + i] = 1;
    }
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        best = Math.abs(m[i][k]) > Math.abs(m[best][k]) ? i : best;
      }
      double[] row = m[best];
      m[best] = m[k];
      m[k] = row;
      double pivot = row[k] == 0 ? Double.NaN : row[k];
      for (int j = 0; j < 2 * n; j++) {
        row[j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : m[i][k];
        for (int j = 0; j < 2 * n; j++) {
          m[i][j] -= factor * row[j];
        }
      }
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(m[i], n, inverse[i], 0, n);
    }
    return inverse;
  }
}
