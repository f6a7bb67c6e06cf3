package org.caretally.engine;

import java.io.Serializable;
import java.util.Comparator;
import org.caretally.problem.Code;

/**
 * A kind of problem in a column of the data.
 *
 * @param code which problem
 * @param file position of the file
 * @param column name of the column; empty when the whole row is meant
 */
record Finding(Code code, int file, String column) implements Comparable<Finding>, Serializable {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::code)
          .thenComparingInt(Finding::file)
          .thenComparing(Finding::column);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
