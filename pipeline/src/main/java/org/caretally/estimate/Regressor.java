package org.caretally.estimate;

import java.io.Serializable;
import java.util.Optional;
import org.caretally.codebook.Variable;

/**
 * A variable that a model adjusts for: a number or a yes/no is one column, a variable with levels
 * or bands one column for each of them but the reference, a spline one less than it has knots.
 *
 * @param position its position in rows
 * @param variable what its cells mean
 * @param form how it enters the model
 * @param reference the group that the others are compared with; -1 for the first that has anybody
 */
public record Regressor(int position, Variable variable, Form form, int reference)
    implements Serializable {

  /** A variable in its plain form. */
  public Regressor(int position, Variable variable) {
    this(position, variable, Form.of(variable), -1);
  }

  /** Returns whether groups of people are compared, not values of a number. */
  public boolean groups() {
    return form.groups();
  }

  /**
   * Returns the step of a number for which a difference is told: about a tenth of its range, 1, 2
   * or 5 times a power of ten. It depends on the declared range alone, never on the data.
   */
  public double step() {
    if (!(form instanceof Form.Plain)) {
      return 1;
    }
    return round((double) (variable.max() - variable.min()) / variable.grid() / 10);
  }

  /** Returns the nearest 1, 2 or 5 times a power of ten. */
  static double round(double number) {
    double power = Math.pow(10, Math.floor(Math.log10(number)));
    double digit = number / power;
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
  }

  /** Returns the words of a code of a comparison of groups. */
  Optional<String> words(int code) {
    return form.words(code);
  }
}
