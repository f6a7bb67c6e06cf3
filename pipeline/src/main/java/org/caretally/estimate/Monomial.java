package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A term in normal form: a product of powers of at most two different variables. Two terms that
 * always add the same number have the same form, so a total is never kept twice.
 *
 * @param factors factors by ascending variable; one or two
 */
record Monomial(List<Factor> factors) implements Serializable {

  /**
   * A power of a pivoted value (power 0: answered), or the indicator of a level.
   *
   * @param variable position in the row
   * @param pivot subtracted before the power is taken; 0 when the power is 0 or a level is meant
   * @param power 0 to 4, or -1 for a level
   * @param level the level, or -1
   */
  record Factor(int variable, long pivot, int power, int level) implements Serializable {

    Factor times(Factor other) {
      if (level >= 0 || other.level >= 0) {
        return withLevel(other);
      }
      return new Factor(variable, power == 0 ? other.pivot : pivot, power + other.power, -1);
    }

    private Factor withLevel(Factor other) {
      Factor indicator = level >= 0 ? this : other;
      Factor rest = level >= 0 ? other : this;
      if (rest.power == 0 || rest.equals(indicator)) {
        return indicator;
      }
      throw new IllegalArgumentException("a level times another value of the same variable");
    }

    /** What a person adds; 0 when missing. */
    long of(long cell) {
      if (level >= 0) {
        return cell == level ? 1 : 0;
      }
      long v = cell - pivot;
      return switch (power) {
        case 0 -> 1;
        case 1 -> v;
        case 2 -> v * v;
        case 3 -> v * v * v;
        default -> v * v * v * v;
      };
    }
  }

  static Monomial of(Term term) {
    Map<Integer, Factor> byVariable = new TreeMap<>();
    for (Factor factor : factorsOf(term)) {
      byVariable.merge(factor.variable, factor, Factor::times);
    }
    if (byVariable.size() > 2) {
      throw new IllegalArgumentException("a term of more than two variables");
    }
    return new Monomial(List.copyOf(byVariable.values()));
  }

  private static List<Factor> factorsOf(Term term) {
    if (term instanceof Term.Answered a) {
      return List.of(new Factor(a.variable(), 0, 0, -1));
    }
    if (term instanceof Term.Value v) {
      return List.of(new Factor(v.variable(), v.pivot(), 1, -1));
    }
    if (term instanceof Term.IsLevel l) {
      return List.of(new Factor(l.variable(), 0, -1, l.level()));
    }
    Term.Product product = (Term.Product) term;
    List<Factor> all = new ArrayList<>(factorsOf(product.left()));
    all.addAll(factorsOf(product.right()));
    return all;
  }

  /** Returns the monomial of the product with another. */
  Monomial times(Monomial other) {
    Map<Integer, Factor> byVariable = new TreeMap<>();
    factors.forEach(f -> byVariable.merge(f.variable, f, Factor::times));
    other.factors.forEach(f -> byVariable.merge(f.variable, f, Factor::times));
    return new Monomial(List.copyOf(byVariable.values()));
  }

  /** Returns the monomial that says only that all variables are answered. */
  Monomial answered() {
    return new Monomial(factors.stream().map(f -> new Factor(f.variable, 0, 0, -1)).toList());
  }
}
