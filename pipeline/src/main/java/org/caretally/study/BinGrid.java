package org.caretally.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.codebook.Variable;
import org.caretally.disclosure.Histogram;
import org.caretally.estimate.Crosstab;

/**
 * The finest stretches of a number's values, all of one width, so laid that one begins at a
 * cut-off. Their width depends on the range that the key or the study file allows, never on the
 * answers.
 *
 * @param start where the first stretch begins, in cells; at most the smallest possible value
 * @param width width in cells
 * @param count how many there are
 * @param grid cells for each unit
 */
record BinGrid(long start, long width, int count, long grid) {
  private static final int MOST = 35;
  private static final int DECIMALS = 6;
  private static final long TENTHS = 10;
  private static final long[] STEPS = {1, 2, 5};
  private static final Pattern THRESHOLD =
      Pattern.compile("(at or above|above|at or below|below) (-?[0-9]+(?:\\.[0-9]+)?)");

  /** Returns the grid of a variable, one stretch of which begins at a value. */
  static BinGrid of(Variable variable, long anchor) {
    long width = width(variable);
    long start = anchor - Math.floorDiv(anchor - variable.min() + width - 1, width) * width;
    int count = (int) Math.max(1, Math.floorDiv(variable.max() - start, width) + 1);
    return new BinGrid(start, width, count, variable.grid());
  }

  /** The smallest of 1, 2, 5, 10 tenths of a unit and so on that leaves few enough stretches. */
  private static long width(Variable variable) {
    long span = variable.max() - variable.min() + 1;
    for (long power = 1; ; power *= TENTHS) {
      for (long step : STEPS) {
        long cells = Math.multiplyExact(variable.grid(), step * power);
        if (cells % TENTHS == 0 && span <= cells / TENTHS * MOST) {
          return cells / TENTHS;
        }
      }
    }
  }

  /** Returns the values from which a cut-off in words divides people, in cells. */
  static List<Long> thresholds(String words, Variable variable) {
    List<Long> cells = new ArrayList<>();
    Matcher found = THRESHOLD.matcher(words == null ? "" : words);
    while (found.find()) {
      BigDecimal value =
          new BigDecimal(found.group(2)).multiply(BigDecimal.valueOf(variable.grid()));
      boolean next = found.group(1).equals("above") || found.group(1).equals("at or below");
      cells.add(
          next
              ? value.setScale(0, RoundingMode.FLOOR).longValueExact() + 1
              : value.setScale(0, RoundingMode.CEILING).longValueExact());
    }
    return cells;
  }

  /** Returns the position of the stretch that a value lies in. */
  int slot(long cell) {
    return (int) Math.max(0, Math.min(count - 1L, Math.floorDiv(cell - start, width)));
  }

  List<Histogram.Slot> slots(Crosstab.Counted counted) {
    long[] people = new long[count];
    double[] weights = new double[count];
    for (int i = 0; i < counted.size(); i++) {
      int at = slot(counted.codes().get(i)[0]);
      people[at] += counted.people()[i];
      weights[at] += counted.weights()[i];
    }
    List<Histogram.Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(new Histogram.Slot(text(start + i * width), people[i], weights[i]));
    }
    return slots;
  }

  /** Returns how many people have a smaller value. */
  long below(Crosstab.Counted counted, long cell) {
    long below = 0;
    for (int i = 0; i < counted.size(); i++) {
      below += counted.codes().get(i)[0] < cell ? counted.people()[i] : 0;
    }
    return below;
  }

  /** Returns the width in units. */
  String step() {
    return text(width);
  }

  /** Returns a value in units, as decimal text. */
  String text(long cells) {
    return BigDecimal.valueOf(cells)
        .divide(BigDecimal.valueOf(grid), DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
