package org.caretally.estimate;

import java.io.Serializable;
import java.util.Optional;
import org.caretally.codebook.Variable;

/**
 * A variable that a model adjusts for: a number or a yes/no is one column, a variable with levels
 * one column for each level but the reference.
 *
 * @param position its position in rows
 * @param variable what its cells mean
 */
public record Regressor(int position, Variable variable) implements Serializable {

  /** Returns whether groups of people are compared, not values of a number. */
  public boolean groups() {
    return variable.kind() != Variable.Kind.NUMBER;
  }

  /**
   * Returns the step of a number for which a difference is told: about a tenth of its range, 1, 2
   * or 5 times a power of ten. It depends on the declared range alone, never on the data.
   */
  public double step() {
    if (groups()) {
      return 1;
    }
    double tenth = (double) (variable.max() - variable.min()) / variable.grid() / 10;
    double power = Math.pow(10, Math.floor(Math.log10(tenth)));
    double digit = tenth / power;
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
  }

  /** Returns how many codes a comparison of groups has; 0 for a number. */
  int codes() {
    return switch (variable.kind()) {
      case NUMBER -> 0;
      case CASE -> 2;
      case LEVELS -> variable.levels().size();
    };
  }

  /** Returns the words of a code of a comparison of groups. */
  Optional<String> words(int code) {
    return variable.kind() == Variable.Kind.LEVELS
        ? Optional.of(variable.levels().get(code).label())
        : Optional.empty();
  }
}
