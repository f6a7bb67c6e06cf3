package org.caretally.estimate;

import java.util.List;

/**
 * Columns of a model brought to mean 0 and variance 1, so that products of columns neither differ
 * in size nor lose digits. The constant stays as it is.
 */
final class Scaling {
  private static final double COLLINEAR = 1e-9;

  private final double[] centre;
  private final double[] scale;

  private Scaling(int columns) {
    centre = new double[columns];
    scale = new double[columns];
  }

  static Scaling of(ModelData data) {
    Scaling scaling = new Scaling(data.columns().size());
    scaling.measure(data.lines());
    return scaling;
  }

  private void measure(List<ModelData.Line> lines) {
    double total = 0;
    for (ModelData.Line line : lines) {
      double w = line.all();
      total += w;
      for (int j = 1; j < centre.length; j++) {
        centre[j] += w * line.x()[j];
      }
    }
    for (int j = 1; j < centre.length; j++) {
      centre[j] /= total;
    }
    for (ModelData.Line line : lines) {
      for (int j = 1; j < centre.length; j++) {
        double d = line.x()[j] - centre[j];
        scale[j] += line.all() * d * d;
      }
    }
    for (int j = 0; j < scale.length; j++) {
      scale[j] = j == 0 ? 1 : Math.sqrt(scale[j] / total);
    }
  }

  private double z(double[] x, int column) {
    return scale[column] == 0 ? 0 : (x[column] - centre[column]) / scale[column];
  }

  /** Returns some columns of a line, scaled. */
  double[] of(double[] x, List<Integer> columns) {
    double[] z = new double[columns.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = z(x, columns.get(i));
    }
    return z;
  }

  /** Returns the derivatives of scaled columns from those of columns; the constant has none. */
  double[] slopes(double[] x, List<Integer> columns) {
    double[] z = new double[columns.size()];
    for (int i = 0; i < z.length; i++) {
      int column = columns.get(i);
      z[i] = column == 0 || scale[column] == 0 ? 0 : x[column] / scale[column];
    }
    return z;
  }

  /** Returns what a column was divided by. */
  double scale(int column) {
    return scale[column];
  }

  /** Returns the columns, in order, that earlier ones do not determine. */
  List<Integer> independent(ModelData data) {
    return Cholesky.independent(products(data), COLLINEAR);
  }

  /** Returns the weighted correlations of columns. */
  double[][] correlations(ModelData data) {
    double[][] r = products(data);
    double total = r[0][0];
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j <= i; j++) {
        r[i][j] /= total;
        r[j][i] = r[i][j];
      }
    }
    return r;
  }

  /** Returns the weighted sums of products of scaled columns, below the diagonal. */
  private double[][] products(ModelData data) {
    int size = scale.length;
    double[][] products = new double[size][size];
    for (ModelData.Line line : data.lines()) {
      double w = line.all();
      for (int i = 0; i < size; i++) {
        double wi = w * z(line.x(), i);
        for (int j = 0; j <= i; j++) {
          products[i][j] += wi * z(line.x(), j);
        }
      }
    }
    return products;
  }
}
