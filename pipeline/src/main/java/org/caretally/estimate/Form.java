package org.caretally.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;

/**
 * How a variable enters a model: as the number it is, as groups that are compared with one of them,
 * or as a smooth curve. Everything about a form is fixed before the data are seen.
 */
public sealed interface Form extends Serializable {

  /** Returns the plain form of a variable: a number as such, everything else as groups. */
  static Form of(Variable variable) {
    return variable.kind() == Variable.Kind.NUMBER ? new Plain(variable.grid()) : groups(variable);
  }

  private static Form groups(Variable variable) {
    return variable.kind() == Variable.Kind.CASE
        ? new Groups(List.of(), List.of())
        : new Groups(variable.levels(), List.of());
  }

  /** Returns whether groups of people are compared, not values of a number. */
  boolean groups();

  /** Returns how many groups there are, or of how many columns a number is made. */
  int size();

  /** Returns the group of a cell, -1 for none; 0 for a number. */
  int code(long cell);

  /** Returns a cell as numbers, {@link #size} of them. */
  double[] basis(long cell);

  /** Returns the words of a group; empty for a yes/no and for a number. */
  default Optional<String> words(int code) {
    return Optional.empty();
  }

  /**
   * A number as it is.
   *
   * @param grid cells for each unit
   */
  record Plain(long grid) implements Form {
    @Override
    public boolean groups() {
      return false;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int code(long cell) {
      return 0;
    }

    @Override
    public double[] basis(long cell) {
      return new double[] {(double) cell / grid};
    }
  }

  /**
   * Groups: the levels of a variable, no and yes, or bands of a number.
   *
   * @param levels the groups; empty for no and yes
   * @param cuts lower bounds of bands in cells, ascending; empty when cells are positions of levels
   */
  record Groups(List<Level> levels, List<Long> cuts) implements Form {
    /** Copies the lists. */
    public Groups {
      levels = List.copyOf(levels);
      cuts = List.copyOf(cuts);
    }

    @Override
    public boolean groups() {
      return true;
    }

    @Override
    public int size() {
      return levels.isEmpty() ? 2 : levels.size();
    }

    @Override
    public int code(long cell) {
      if (cuts.isEmpty()) {
        return (int) cell;
      }
      int band = -1;
      while (band + 1 < cuts.size() && cell >= cuts.get(band + 1)) {
        band++;
      }
      return band;
    }

    @Override
    public double[] basis(long cell) {
      double[] basis = new double[size()];
      basis[code(cell)] = 1;
      return basis;
    }

    @Override
    public Optional<String> words(int code) {
      return levels.isEmpty() ? Optional.empty() : Optional.of(levels.get(code).label());
    }
  }

  /**
   * A restricted cubic spline: cubic between its knots, straight outside the outermost ones.
   *
   * <p>With knots t₁ … t_K the columns are x and, for j = 1 … K − 2, [(x − t_j)³₊ − (x − t_{K−1})³₊
   * (t_K − t_j)/(t_K − t_{K−1}) + (x − t_K)³₊ (t_{K−1} − t_j)/(t_K − t_{K−1})]/(t_K − t₁)²: the
   * space of natural cubic splines, with the straight line as its first column, so that the others
   * together test whether the line is straight. Knots are given, never taken from the data:
   * quantiles of the data would be published numbers without a gate, and need another pass.
   *
   * <p>Durrleman, S. and Simon, R. (1989). Flexible regression models with cubic splines.
   * Statistics in Medicine 8, 551–561. doi:10.1002/sim.4780080504
   *
   * @param grid cells for each unit
   * @param knots the knots in units, ascending, at least three
   */
  record Spline(long grid, List<Double> knots) implements Form {
    private static final int FEWEST = 3;

    /** Checks the knots. */
    public Spline {
      knots = List.copyOf(knots);
      for (int i = 1; i < knots.size(); i++) {
        if (!(knots.get(i) > knots.get(i - 1))) {
          throw new IllegalArgumentException("knots must ascend");
        }
      }
      if (knots.size() < FEWEST) {
        throw new IllegalArgumentException("a spline has at least three knots");
      }
    }

    @Override
    public boolean groups() {
      return false;
    }

    @Override
    public int size() {
      return knots.size() - 1;
    }

    @Override
    public int code(long cell) {
      return 0;
    }

    @Override
    public double[] basis(long cell) {
      return at((double) cell / grid);
    }

    /** Returns the columns at a value. */
    double[] at(double x) {
      double[] basis = new double[size()];
      int last = knots.size() - 1;
      double high = knots.get(last);
      double before = knots.get(last - 1);
      double span = high - knots.get(0);
      basis[0] = x;
      for (int j = 0; j + 2 <= last; j++) {
        double t = knots.get(j);
        double cubes =
            cube(x - t)
                - cube(x - before) * (high - t) / (high - before)
                + cube(x - high) * (before - t) / (high - before);
        basis[j + 1] = cubes / (span * span);
      }
      return basis;
    }

    private static double cube(double x) {
      return x > 0 ? x * x * x : 0;
    }
  }
}
