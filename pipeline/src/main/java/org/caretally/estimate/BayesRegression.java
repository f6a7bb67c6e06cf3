package org.caretally.estimate;

import java.util.Random;

/**
 * Linear regression of an imputation step: the least-squares coefficients, and coefficients drawn
 * from their posterior under a flat prior, β* = β̂ + σ* L⁻ᵀ z with XᵀX = L Lᵀ and σ*² = SSE/χ²(n −
 * p). A ridge of 10⁻⁵ of the diagonal keeps columns that determine each other from stopping it.
 *
 * <p>van Buuren, S. (2018). Flexible Imputation of Missing Data, 2nd ed., algorithm 3.1.
 * doi:10.1201/9780429492259
 *
 * @param fitted β̂
 * @param drawn β*
 */
record BayesRegression(double[] fitted, double[] drawn) {
  private static final double RIDGE = 1e-5;
  private static final double TINY = 1e-12;

  /**
   * Fits and draws.
   *
   * @param x rows of columns
   * @param y what is predicted
   * @param used which rows count
   */
  static BayesRegression of(double[][] x, double[] y, boolean[] used, Random random) {
    int p = x[0].length;
    double[][] a = new double[p][p];
    double[] b = new double[p];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (used[i]) {
        n++;
        for (int j = 0; j < p; j++) {
          b[j] += x[i][j] * y[i];
          for (int k = 0; k <= j; k++) {
            a[j][k] += x[i][j] * x[i][k];
          }
        }
      }
    }
    factor(a);
    double[] fitted = backward(a, forward(a, b));
    double sse = 0;
    for (int i = 0; i < x.length; i++) {
      if (used[i]) {
        double rest = y[i] - times(x[i], fitted);
        sse += rest * rest;
      }
    }
    double sigma = Math.sqrt(sse / chiSquare(Math.max(1, n - p), random));
    double[] z = new double[p];
    for (int j = 0; j < p; j++) {
      z[j] = sigma * random.nextGaussian();
    }
    double[] drawn = backward(a, z);
    for (int j = 0; j < p; j++) {
      drawn[j] += fitted[j];
    }
    return new BayesRegression(fitted, drawn);
  }

  static double times(double[] x, double[] beta) {
    double sum = 0;
    for (int j = 0; j < beta.length; j++) {
      sum += x[j] * beta[j];
    }
    return sum;
  }

  /** Turns the lower triangle of a matrix, with its ridge, into its Cholesky factor. */
  private static void factor(double[][] a) {
    for (int j = 0; j < a.length; j++) {
      a[j][j] += RIDGE * a[j][j] + TINY;
    }
    for (int j = 0; j < a.length; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = a[j][k];
        for (int l = 0; l < k; l++) {
          sum -= a[j][l] * a[k][l];
        }
        a[j][k] = j == k ? Math.sqrt(Math.max(sum, TINY)) : sum / a[k][k];
      }
    }
  }

  private static double[] forward(double[][] l, double[] b) {
    double[] x = b.clone();
    for (int j = 0; j < x.length; j++) {
      for (int k = 0; k < j; k++) {
        x[j] -= l[j][k] * x[k];
      }
      x[j] /= l[j][j];
    }
    return x;
  }

  private static double[] backward(double[][] l, double[] b) {
    double[] x = b.clone();
    for (int j = x.length - 1; j >= 0; j--) {
      for (int k = j + 1; k < x.length; k++) {
        x[j] -= l[k][j] * x[k];
      }
      x[j] /= l[j][j];
    }
    return x;
  }

  /** A draw from χ²: twice a gamma variable, by the method of Marsaglia and Tsang (2000). */
  static double chiSquare(int df, Random random) {
    if (df < 2) {
      double z = random.nextGaussian();
      return z * z;
    }
    double d = df / 2.0 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      double u = random.nextDouble();
      if (v > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
        return 2 * d * v;
      }
    }
  }
}
