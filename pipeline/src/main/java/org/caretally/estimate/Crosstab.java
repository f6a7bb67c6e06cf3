package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Variable;

/**
 * A table that the data must supply: the weighted number of people for each combination of codes,
 * among people who answered all its variables. Ranks, quantiles and models of few patterns follow
 * from it without another pass over people. Only combinations that occur take room.
 *
 * @param axes its variables, at least one
 * @param answered positions in the row of further variables that must be answered
 */
public record Crosstab(List<Axis> axes, List<Integer> answered) implements Serializable {
  private static final long MOST = 1L << 62;

  /**
   * One variable.
   *
   * @param position position in the row
   * @param min smallest code
   * @param size number of possible codes
   */
  public record Axis(int position, long min, long size) implements Serializable {
    /** Returns the axis of a variable at its position in rows. */
    public static Axis of(int position, Variable variable) {
      return new Axis(position, variable.min(), variable.max() - variable.min() + 1);
    }
  }

  /** Checks that a combination fits one whole number. */
  public Crosstab {
    axes = List.copyOf(axes);
    answered = List.copyOf(answered);
    long combinations = 1;
    for (Axis axis : axes) {
      if (combinations > MOST / axis.size()) {
        throw new IllegalArgumentException("a table of too many combinations");
      }
      combinations *= axis.size();
    }
  }

  /** A table of all who answered its variables. */
  public Crosstab(List<Axis> axes) {
    this(axes, List.of());
  }

  /** Returns the codes of a combination, in the order of the axes. */
  long[] codes(long key) {
    long[] codes = new long[axes.size()];
    long rest = key;
    for (int i = codes.length - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      codes[i] = rest % axis.size() + axis.min();
      rest /= axis.size();
    }
    return codes;
  }

  /**
   * A table as counted in one domain, combinations in ascending order of their codes.
   *
   * @param codes codes of each combination
   * @param weights Σ w of each
   * @param people unweighted number of people of each
   */
  public record Counted(List<long[]> codes, double[] weights, long[] people) {
    /** Returns Σ w. */
    public double total() {
      double total = 0;
      for (double w : weights) {
        total += w;
      }
      return total;
    }

    /** Returns the number of people. */
    public long n() {
      long n = 0;
      for (long p : people) {
        n += p;
      }
      return n;
    }

    /** Returns how many combinations occur. */
    public int size() {
      return weights.length;
    }
  }

  Counted counted(CrosstabSums sums, double unit) {
    List<long[]> codes = new ArrayList<>();
    int[] order = sums.order();
    double[] weights = new double[order.length];
    long[] people = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      codes.add(codes(sums.key(order[i])));
      weights[i] = sums.weight(order[i]) / unit;
      people[i] = sums.people(order[i]);
    }
    return new Counted(codes, weights, people);
  }
}
