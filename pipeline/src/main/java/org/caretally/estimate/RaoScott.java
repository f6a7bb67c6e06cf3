package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Test that a share is the same in all groups of a breakdown: Rao and Scott's correction, second
 * order, of Pearson's chi-square.
 *
 * <p>With cells p of group by case, X² = n Σ (p_rc − p_r p_c)²/(p_r p_c). Under a complex design it
 * is distributed as a sum of chi-squares weighted by the eigenvalues of Δ = (Cᵀ D⁻¹ C/n)⁻¹ Cᵀ D⁻¹ V
 * D⁻¹ C, where C are interaction contrasts orthogonal to the margins, D = diag(p) and V the design
 * covariance of p. F = X²/tr Δ on d₀ = (tr Δ)²/tr Δ² and d₀ ν degrees of freedom. n cancels in F.
 * The effect size is Cramér's V = √(X²/n), there being two columns.
 *
 * <p>Rao, J. N. K. and Scott, A. J. (1984). On chi-squared tests for multiway contingency tables
 * with cell proportions estimated from survey data. Annals of Statistics 12, 46–60.
 * doi:10.1214/aos/1176346391
 */
public final class RaoScott {
  private RaoScott() {}

  /**
   * The result.
   *
   * @param f test statistic
   * @param numerator its first degrees of freedom, rarely whole
   * @param denominator its second
   * @param pValue p-value
   * @param cramersV effect size, 0 to 1
   * @param df degrees of freedom of the design in all groups together
   */
  public record Result(
      double f, double numerator, double denominator, double pValue, double cramersV, long df) {}

  /**
   * Tests.
   *
   * @param groups sums of the groups for a {@link Proportion}, nobody in two of them
   */
  public static Result of(List<DomainSums> groups) {
    List<DomainSums> present = groups.stream().filter(g -> g.totals()[0] > 0).toList();
    long df = groups.isEmpty() ? 0 : DomainSums.df(groups);
    int rows = present.size();
    double[] cases = new double[2 * Math.max(0, rows)];
    double total = 0;
    double column = 0;
    for (int r = 0; r < rows; r++) {
      double[] t = present.get(r).totals();
      cases[2 * r] = t[0] - t[1];
      cases[2 * r + 1] = t[1];
      total += t[0];
      column += t[1];
    }
    double share = column / total;
    if (rows < 2 || !(share > 0) || !(share < 1) || df <= 0) {
      double none = Double.NaN;
      return new Result(none, none, none, none, none, df);
    }
    return test(present, cases, total, share, df);
  }

  /**
   * A result as a number that may be published: Cramér's V with the test's p-value.
   *
   * @param result the test
   * @param estimate V; n is the smallest group and cases the smallest cell of group by case, which
   *     is what the table would give away
   */
  public record Tested(Result result, Estimate estimate) {}

  /**
   * Tests a share in groups, nobody in two of them; groups in which nobody answered do not count.
   */
  public static Tested tested(Proportion share, List<DomainSums> groups) {
    Result result = of(groups);
    long n = Long.MAX_VALUE;
    long fewest = Long.MAX_VALUE;
    for (DomainSums group : groups) {
      long people = share.people(group);
      if (people > 0) {
        long cases = share.cases(group);
        n = Math.min(n, people);
        fewest = Math.min(fewest, Math.min(cases, people - cases));
      }
    }
    double none = Double.NaN;
    boolean nobody = n == Long.MAX_VALUE;
    Reliability grade =
        Double.isNaN(result.f())
            ? new Reliability(Reliability.Grade.SUPPRESS, "no variation")
            : NchsStandard.reviewOf(result.df());
    Estimate estimate =
        new Estimate(
            "cramers_v",
            result.cramersV(),
            none,
            Interval.none(""),
            result.df(),
            nobody ? 0 : n,
            nobody ? 0 : fewest,
            none,
            none,
            result.pValue(),
            grade);
    return new Tested(result, estimate);
  }

  private static Result test(
      List<DomainSums> groups, double[] cells, double total, double share, long df) {
    int rows = groups.size();
    double[] p = new double[cells.length];
    double phi = 0;
    for (int i = 0; i < cells.length; i++) {
      p[i] = cells[i] / total;
      double row = (cells[i - i % 2] + cells[i - i % 2 + 1]) / total;
      double want = row * (i % 2 == 0 ? 1 - share : share);
      phi += (p[i] - want) * (p[i] - want) / want;
    }
    double[][] c = interactions(p, rows);
    double[][] simple = new double[rows - 1][rows - 1];
    double[][] design = covariance(groups, contrasts(c, p, total));
    for (int k = 0; k < rows - 1; k++) {
      for (int l = 0; l < rows - 1; l++) {
        for (int i = 0; i < p.length; i++) {
          simple[k][l] += p[i] > 0 ? c[k][i] * c[l][i] / p[i] : 0;
        }
      }
    }
    double[][] delta = Matrices.times(Matrices.inverse(simple), design);
    double trace = Matrices.trace(delta);
    double squared = Matrices.trace(Matrices.times(delta, delta));
    double f = phi / trace;
    double d0 = trace * trace / squared;
    double pValue = Quantiles.upperF(f, d0, d0 * df);
    return new Result(f, d0, d0 * df, pValue, Math.sqrt(phi), df);
  }

  /**
   * Interaction columns, less their projection on the columns of the main effects: the residual of
   * unweighted least squares, as in the reference software.
   */
  private static double[][] interactions(double[] p, int rows) {
    List<double[]> main = new ArrayList<>();
    double[] one = new double[p.length];
    double[] second = new double[p.length];
    java.util.Arrays.fill(one, 1);
    for (int i = 1; i < p.length; i += 2) {
      second[i] = 1;
    }
    main.add(one);
    main.add(second);
    double[][] c = new double[rows - 1][];
    for (int r = 1; r < rows; r++) {
      double[] row = new double[p.length];
      row[2 * r] = 1;
      row[2 * r + 1] = 1;
      main.add(row);
      c[r - 1] = new double[p.length];
      c[r - 1][2 * r + 1] = 1;
    }
    double[][] x = main.toArray(double[][]::new);
    double[][] inverse = Matrices.inverse(Matrices.times(x, Matrices.transposed(x)));
    for (double[] column : c) {
      double[] b = Matrices.times(inverse, Matrices.times(x, column));
      for (int i = 0; i < column.length; i++) {
        for (int k = 0; k < x.length; k++) {
          column[i] -= b[k] * x[k][i];
        }
      }
    }
    return c;
  }

  /**
   * Rows of Cᵀ D⁻¹ J: for each contrast and group the derivatives by (Σ w, Σ w case), where p =
   * cells/total moves with both.
   */
  private static double[][][] contrasts(double[][] c, double[] p, double total) {
    double[][][] gradients = new double[c.length][p.length / 2][];
    for (int k = 0; k < c.length; k++) {
      double mean = 0;
      double[] a = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        a[i] = p[i] > 0 ? c[k][i] / p[i] : 0;
        mean += a[i] * p[i];
      }
      for (int r = 0; r < gradients[k].length; r++) {
        double without = (a[2 * r] - mean) / total;
        double with = (a[2 * r + 1] - mean) / total;
        gradients[k][r] = new double[] {without, with - without};
      }
    }
    return gradients;
  }

  private static double[][] covariance(List<DomainSums> groups, double[][][] gradients) {
    int m = gradients.length;
    double[][] v = new double[m][m];
    for (int k = 0; k < m; k++) {
      v[k][k] = variance(groups, gradients[k], gradients[k], 0);
    }
    for (int k = 0; k < m; k++) {
      for (int l = 0; l < k; l++) {
        double sum = variance(groups, gradients[k], gradients[l], 1);
        v[k][l] = (sum - v[k][k] - v[l][l]) / 2;
        v[l][k] = v[k][l];
      }
    }
    return v;
  }

  private static double variance(
      List<DomainSums> groups, double[][] gradients, double[][] more, int times) {
    List<DomainSums.Piece> pieces = new ArrayList<>();
    for (int r = 0; r < groups.size(); r++) {
      double[] g = gradients[r].clone();
      for (int i = 0; i < g.length; i++) {
        g[i] += times * more[r][i];
      }
      pieces.add(new DomainSums.Piece(groups.get(r), g));
    }
    return DomainSums.variance(pieces);
  }
}
