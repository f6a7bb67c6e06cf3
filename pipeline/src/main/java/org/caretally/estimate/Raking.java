package org.caretally.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Weights that meet known headcounts.
 *
 * <p>Estimand: for each class c a factor g_c by which design weights d are multiplied, such that
 * Σ_c D_c g_c x_c = t, where D_c = Σ d in the class, x_c are indicators of the levels of every
 * margin and t their headcounts. Of all such factors raking takes those nearest to the design
 * weights in the distance Σ D (g ln g − g + 1), which gives g_c = exp(x_c·λ): the limit of
 * iterative proportional fitting. With bounds it is g_c = min(U, max(L, exp(x_c·λ))), so that
 * trimming and the headcounts hold at once. When headcounts are known for every class, g_c =
 * t_c/D_c (post-stratification).
 *
 * <p>λ is found by Newton's method on the classes, not on people: factors are the same for any
 * order of rows. Steps are halved until they help. R: {@code calibrate(calfun = "raking")}, with
 * {@code bounds}; {@code postStratify}.
 *
 * <p>Deville, J.-C., Särndal, C.-E. and Sautory, O. (1993). Generalized raking procedures in survey
 * sampling. JASA 88, 1013–1020. doi:10.1080/01621459.1993.10476369
 */
public final class Raking {
  private static final int STEPS = 200;
  private static final int HALVINGS = 40;
  private static final double CLOSE = 1e-13;
  private static final double REACHED = 1e-10;
  private static final double TOLERANCE = 1e-11;

  private final Classes classes;
  private final double[] design;
  private final double[] wanted;
  private final double lower;
  private final double upper;

  private Raking(Classes classes, double[] design, double[] wanted, double lower, double upper) {
    this.classes = classes;
    this.design = design;
    this.wanted = wanted;
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * What came of it.
   *
   * @param factors the factor of each class; 1 for a class without people
   * @param gaps for each headcount how far it was missed, relative to it
   */
  public record Result(double[] factors, double[] gaps) {

    /** Returns the position of the headcount that was missed most; -1 when all were met. */
    public int missed() {
      int worst = -1;
      for (int i = 0; i < gaps.length; i++) {
        boolean worse = !(gaps[i] <= (worst < 0 ? REACHED : gaps[worst]));
        worst = worse ? i : worst;
      }
      return worst;
    }
  }

  /**
   * Finds the factors.
   *
   * @param sample design weights of the classes
   * @param headcounts the population of each level of each margin, margins one after the other and
   *     no answer last in each, or of each class; those of one margin add up to the population
   * @param lower least factor, as a multiple of population / Σ d; 0 for none
   * @param upper largest factor, likewise; infinite for none
   */
  public static Result factors(
      Classes classes, ClassTotals sample, double[] headcounts, double lower, double upper) {
    double[] design = new double[classes.size()];
    double all = 0;
    for (int c = 0; c < design.length; c++) {
      design[c] = sample.weight(c);
      all += design[c];
    }
    double population = 0;
    int first = classes.crossed() ? design.length : classes.margins().get(0).levels() + 1;
    for (int i = 0; i < first; i++) {
      population += headcounts[i];
    }
    double usual = population / all;
    Raking raking = new Raking(classes, design, headcounts, lower * usual, upper * usual);
    return classes.crossed() ? raking.cells() : raking.rake(usual);
  }

  private Result cells() {
    double[] g = new double[design.length];
    for (int c = 0; c < g.length; c++) {
      g[c] = design[c] > 0 ? wanted[c] / design[c] : 1;
    }
    return new Result(g, gaps(g));
  }

  private Result rake(double usual) {
    double[] lambda = new double[wanted.length];
    Arrays.fill(lambda, 0, classes.margins().get(0).levels() + 1, Math.log(usual));
    double[] g = of(lambda);
    double away = distance(g);
    for (int step = 0; step < STEPS && away > CLOSE; step++) {
      double[] move = newton(lambda, g);
      double length = 1;
      boolean better = false;
      for (int i = 0; i < HALVINGS && !better; i++, length /= 2) {
        double[] tried = lambda.clone();
        for (int j = 0; j < tried.length; j++) {
          tried[j] += length * move[j];
        }
        double[] factors = of(tried);
        double now = distance(factors);
        if (now < away) {
          better = true;
          lambda = tried;
          g = factors;
          away = now;
        }
      }
      if (!better) {
        break;
      }
    }
    return new Result(g, gaps(g));
  }

  private double raw(double[] lambda, int c) {
    double u = 0;
    for (int at : classes.targetsOf(c)) {
      u += lambda[at];
    }
    return Math.exp(u);
  }

  private double[] of(double[] lambda) {
    double[] g = new double[design.length];
    for (int c = 0; c < g.length; c++) {
      g[c] = design[c] > 0 ? Math.min(upper, Math.max(lower, raw(lambda, c))) : 1;
    }
    return g;
  }

  private double[] missing(double[] g) {
    double[] missing = wanted.clone();
    for (int c = 0; c < g.length; c++) {
      for (int at : classes.targetsOf(c)) {
        missing[at] -= design[c] * g[c];
      }
    }
    return missing;
  }

  private double[] gaps(double[] g) {
    double[] gaps = missing(g);
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gaps[i] == 0 ? 0 : Math.abs(gaps[i] / wanted[i]);
    }
    return gaps;
  }

  private double distance(double[] g) {
    return Arrays.stream(gaps(g)).max().orElse(0);
  }

  private double[] newton(double[] lambda, double[] g) {
    double[] inner = new double[g.length];
    for (int c = 0; c < g.length; c++) {
      double raw = raw(lambda, c);
      inner[c] = raw > lower && raw < upper ? design[c] * g[c] : 0;
    }
    return solve(classes, inner, missing(g));
  }

  /** Solves (Σ_c s_c x_c x_cᵀ) y = b; levels that tell nothing new, or hold nobody, get 0. */
  static double[] solve(Classes classes, double[] scale, double[] b) {
    int size = classes.targets();
    double[][] cross = new double[size][size];
    for (int c = 0; c < scale.length; c++) {
      int[] at = classes.targetsOf(c);
      for (int i : at) {
        for (int j : at) {
          cross[i][j] += scale[c];
        }
      }
    }
    List<Integer> kept = Cholesky.independent(cross, TOLERANCE);
    double[][] matrix = new double[kept.size()][kept.size()];
    double[] right = new double[kept.size()];
    for (int i = 0; i < matrix.length; i++) {
      right[i] = b[kept.get(i)];
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = cross[kept.get(i)][kept.get(j)];
      }
    }
    double[] found = Cholesky.of(matrix).solve(right);
    double[] y = new double[size];
    for (int i = 0; i < found.length; i++) {
      y[kept.get(i)] = found[i];
    }
    return y;
  }
}
