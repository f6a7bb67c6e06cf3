package org.caretally.codebook;

import java.io.Serializable;
import java.util.List;

/**
 * What one cell of a coded row means. A number lies on an integer grid: the cell holds {@code value
 * * grid}, exactly, so that no floating point stands between an answer and a sum.
 *
 * @param id unique name: {@code phq9.total}, {@code phq9.total:screen_positive}, {@code
 *     phq9.total#band}, {@code age}
 * @param label words for readers
 * @param kind how to read the cell
 * @param grid cells per unit, at least 1; 1 for cases and levels
 * @param pivot a value near the middle of the range, in cells, subtracted before products are
 *     summed; 0 for cases and levels. Sums of squares stay small and differences of large numbers
 *     do not arise.
 * @param min smallest possible cell
 * @param max largest possible cell
 * @param direction what a higher value means
 * @param levels the levels in order; empty unless the kind is {@link Kind#LEVELS}
 */
public record Variable(
    String id,
    String label,
    Kind kind,
    long grid,
    long pivot,
    long min,
    long max,
    Direction direction,
    List<Level> levels)
    implements Serializable {

  /** How to read a cell. */
  public enum Kind {
    /** A number, {@code cell / grid}. */
    NUMBER,
    /** 1 for a case, 0 for none. */
    CASE,
    /** The position of a level. */
    LEVELS
  }

  /** Checks that the parts fit together. */
  public Variable {
    if (grid < 1 || min > max || (kind == Kind.LEVELS) == levels.isEmpty()) {
      throw new IllegalArgumentException("variable " + id + " does not fit together");
    }
    levels = List.copyOf(levels);
  }

  /** A number on a grid; the pivot is the middle of its range. */
  public static Variable number(
      String id, String label, long grid, long min, long max, Direction direction) {
    long pivot = Math.floorDiv(min + max, 2L);
    return new Variable(id, label, Kind.NUMBER, grid, pivot, min, max, direction, List.of());
  }

  /** A yes or no: 1 or 0. */
  public static Variable yesNo(String id, String label, Direction direction) {
    return new Variable(id, label, Kind.CASE, 1, 0, 0, 1, direction, List.of());
  }

  /** A variable with levels. */
  public static Variable levels(String id, String label, List<Level> levels) {
    return new Variable(
        id, label, Kind.LEVELS, 1, 0, 0, levels.size() - 1L, Direction.NEUTRAL, levels);
  }
}
