package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Variable;

/**
 * Correlation of two numbers among people who are alike in others, the covariates.
 *
 * <p>Estimand: the correlation of e = x − ẑ_x and f = y − ẑ_y, the residuals of weighted linear
 * regressions of x and of y on a constant and the covariates, among people who answered everything.
 * The influence of a person is (w/W)[u v − (r/2)(u² + v²)] with u and v the residuals over their
 * standard deviations: the derivative by a regression coefficient is a sum of residual times
 * covariate, which is 0, so the fitted coefficients add nothing. A person counts through the
 * combination of answers only; PSU sums of the table of combinations suffice. Without covariates it
 * is {@link Correlation}. Interval and test on Fisher's scale, on the design's degrees of freedom.
 *
 * <p>Lumley, T. (2010). Complex Surveys. doi:10.1002/9780470580066. Fisher, R. A. (1924). The
 * distribution of the partial correlation coefficient. Metron 3, 329–332.
 */
public final class PartialCorrelation implements Estimator {
  private static final double DEPENDENT = 1e-10;

  private final String id;
  private final Crosstab table;
  private final List<Regressor> given;

  /**
   * Creates the estimator.
   *
   * @param given the covariates; levels become one column for each but the first that occurs
   * @param answered positions of further variables that must be answered
   * @throws IllegalArgumentException if there are too many combinations to number
   */
  public PartialCorrelation(
      int xPosition,
      Variable xVariable,
      int yPosition,
      Variable yVariable,
      List<Regressor> given,
      List<Integer> answered) {
    this.given = List.copyOf(given);
    List<Crosstab.Axis> axes = new ArrayList<>();
    axes.add(Crosstab.Axis.of(xPosition, xVariable));
    axes.add(Crosstab.Axis.of(yPosition, yVariable));
    given.forEach(g -> axes.add(Crosstab.Axis.of(g.position(), g.variable())));
    table = new Crosstab(axes, answered);
    List<String> names = given.stream().map(g -> g.variable().id()).toList();
    id =
        "partial("
            + xVariable.id()
            + ","
            + yVariable.id()
            + "|"
            + String.join(",", names)
            + ")"
            + answered;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public List<Crosstab> tables() {
    return List.of(table);
  }

  @Override
  public Estimate estimate(DomainSums sums) {
    Crosstab.Counted counted = sums.counted(table);
    long n = counted.n();
    long df = sums.df();
    if (n <= given.size() + 2L) {
      return FisherScale.none(n, df);
    }
    double[][] columns = columns(counted);
    double[] x = residuals(counted, columns, 0);
    double[] y = residuals(counted, columns, 1);
    double total = counted.total();
    double sx = Math.sqrt(product(counted, x, x) / total);
    double sy = Math.sqrt(product(counted, y, y) / total);
    double r = product(counted, x, y) / total / (sx * sy);
    boolean fixed = sx < spread(counted, 0) * DEPENDENT || sy < spread(counted, 1) * DEPENDENT;
    if (!Double.isFinite(r) || fixed) {
      return FisherScale.none(n, df);
    }
    double[] z = new double[x.length];
    for (int c = 0; c < z.length; c++) {
      double u = x[c] / sx;
      double v = y[c] / sy;
      z[c] = (u * v - r / 2 * (u * u + v * v)) / total;
    }
    double variance = sums.covariance(table, new double[][] {z})[0][0];
    return FisherScale.estimate(r, Math.sqrt(variance), n, df);
  }

  /** The largest distance of a value from the middle of those that occur; a scale for rounding. */
  private static double spread(Crosstab.Counted counted, int axis) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long[] codes : counted.codes()) {
      min = Math.min(min, codes[axis]);
      max = Math.max(max, codes[axis]);
    }
    return max - min;
  }

  /** The covariates as columns of mean 0 and length 1. */
  private double[][] columns(Crosstab.Counted counted) {
    List<double[]> all = new ArrayList<>();
    for (int g = 0; g < given.size(); g++) {
      int axis = g + 2;
      int codes = codes(given.get(g).variable());
      for (int code = 0; code < Math.max(1, codes); code++) {
        double[] column = new double[counted.size()];
        for (int c = 0; c < column.length; c++) {
          long cell = counted.codes().get(c)[axis];
          column[c] = codes == 0 ? cell : cell == code ? 1 : 0;
        }
        all.add(centred(counted, column));
      }
    }
    return all.toArray(double[][]::new);
  }

  /** How many codes a variable has that compares groups; 0 for a number. */
  private static int codes(Variable variable) {
    return switch (variable.kind()) {
      case NUMBER -> 0;
      case CASE -> 2;
      case LEVELS -> variable.levels().size();
    };
  }

  private static double[] centred(Crosstab.Counted counted, double[] column) {
    double mean = 0;
    double total = counted.total();
    for (int c = 0; c < column.length; c++) {
      mean += counted.weights()[c] * column[c] / total;
    }
    double[] made = new double[column.length];
    for (int c = 0; c < column.length; c++) {
      made[c] = column[c] - mean;
    }
    double length = Math.sqrt(product(counted, made, made));
    for (int c = 0; length > 0 && c < column.length; c++) {
      made[c] /= length;
    }
    return made;
  }

  /**
   * What the columns leave of a number: each column is made orthogonal to the earlier ones, twice
   * for the digits, and those that add nothing are left out.
   */
  private static double[] residuals(Crosstab.Counted counted, double[][] columns, int axis) {
    double[] left = new double[counted.size()];
    for (int c = 0; c < left.length; c++) {
      left[c] = counted.codes().get(c)[axis];
    }
    double total = counted.total();
    double mean = 0;
    for (int c = 0; c < left.length; c++) {
      mean += counted.weights()[c] * left[c] / total;
    }
    for (int c = 0; c < left.length; c++) {
      left[c] -= mean;
    }
    List<double[]> basis = new ArrayList<>();
    for (double[] column : columns) {
      double[] next = column.clone();
      for (int twice = 0; twice < 2; twice++) {
        basis.forEach(b -> subtract(counted, next, b));
      }
      double length = Math.sqrt(product(counted, next, next));
      if (length > Math.sqrt(DEPENDENT)) {
        for (int c = 0; c < next.length; c++) {
          next[c] /= length;
        }
        basis.add(next);
      }
    }
    for (int twice = 0; twice < 2; twice++) {
      basis.forEach(b -> subtract(counted, left, b));
    }
    return left;
  }

  private static void subtract(Crosstab.Counted counted, double[] from, double[] unit) {
    double share = product(counted, from, unit);
    for (int c = 0; c < from.length; c++) {
      from[c] -= share * unit[c];
    }
  }

  private static double product(Crosstab.Counted counted, double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += counted.weights()[c] * a[c] * b[c];
    }
    return sum;
  }
}
