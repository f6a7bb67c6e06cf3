package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** Chains of exchanges against linear programmes, on tables made at random. */
class ExchangeTest {
  private static final long SEED = 31415L;
  private static final double FAR = 1000;

  private final Random random = new Random(SEED);

  private Unknown unknown(String name, long value, double most) {
    double slack = random.nextInt(3);
    double low = Math.max(0, value - slack);
    return new Unknown(name, value, low, value + slack, most, -1, value);
  }

  /** Everybody, rows, columns and cells; with a third sum over some cells it is no network. */
  private Puzzle crossed(int rows, int columns, boolean third) {
    long[][] value = new long[rows][columns];
    long all = 0;
    long[] inRow = new long[rows];
    long[] inColumn = new long[columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        value[r][c] = random.nextInt(12);
        inRow[r] += value[r][c];
        inColumn[c] += value[r][c];
        all += value[r][c];
      }
    }
    Puzzle puzzle = new Puzzle();
    int everybody = puzzle.add(unknown("all", all, all + 9.0), false);
    List<Integer> rowAt = new ArrayList<>();
    List<Integer> columnAt = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      rowAt.add(puzzle.add(unknown("r" + r, inRow[r], all), random.nextInt(4) == 0));
    }
    for (int c = 0; c < columns; c++) {
      columnAt.add(puzzle.add(unknown("c" + c, inColumn[c], all), random.nextInt(4) == 0));
    }
    int[][] at = new int[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        at[r][c] = puzzle.add(unknown("x" + r + c, value[r][c], 30), random.nextInt(3) == 0);
      }
    }
    puzzle.sum(everybody, rowAt);
    puzzle.sum(everybody, columnAt);
    for (int r = 0; r < rows; r++) {
      List<Integer> parts = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        parts.add(at[r][c]);
      }
      puzzle.sum(rowAt.get(r), parts);
    }
    for (int c = 0; c < columns; c++) {
      List<Integer> parts = new ArrayList<>();
      for (int r = 0; r < rows; r++) {
        parts.add(at[r][c]);
      }
      puzzle.sum(columnAt.get(c), parts);
    }
    if (third) {
      long corner = value[0][0] + value[1][1];
      int whole = puzzle.add(unknown("corner", corner, all), false);
      puzzle.sum(whole, List.of(at[0][0], at[1][1]));
    }
    return puzzle;
  }

  /** The same question as a linear programme, stated once more. */
  private static double programme(Puzzle puzzle, int cell, int sign) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < puzzle.cells().size(); i++) {
      Variable v = model.newVariable("v" + i).lower(puzzle.low(i)).upper(puzzle.high(i));
      variables.add(i == cell ? v.weight(1) : v);
    }
    for (Puzzle.Sum sum : puzzle.sums()) {
      Expression balance = model.newExpression("s" + sum.hashCode() + model.countExpressions());
      balance.set(variables.get(sum.whole()), -1);
      sum.parts().forEach(p -> balance.set(variables.get(p), 1));
      balance.level(0);
    }
    double value = (sign > 0 ? model.maximise() : model.minimise()).getValue();
    return sign * (value - puzzle.cell(cell).value());
  }

  @Test
  void onCrossedTablesChainsFindTheFarthestValue() {
    int moved = 0;
    for (int round = 0; round < 60; round++) {
      Puzzle puzzle = crossed(2 + random.nextInt(3), 2 + random.nextInt(3), false);
      assertTrue(puzzle.network());
      for (boolean pinned : List.of(false, true)) {
        puzzle.pin(pinned);
        for (int cell = 0; cell < puzzle.cells().size(); cell++) {
          for (int sign : List.of(1, -1)) {
            double chains = Exchange.reach(puzzle, cell, sign, FAR);
            double farthest = programme(puzzle, cell, sign);
            assertEquals(farthest, chains, 1e-5, "round " + round + " cell " + cell + " " + sign);
            moved += chains > 1 ? 1 : 0;
          }
        }
      }
    }
    assertTrue(moved > 500, moved + " counts moved");
  }

  @Test
  void elsewhereTheyNeverClaimTooMuch() {
    int found = 0;
    for (int round = 0; round < 30; round++) {
      Puzzle puzzle = crossed(3, 3, true);
      assertFalse(puzzle.network());
      for (int cell = 0; cell < puzzle.cells().size(); cell++) {
        for (int sign : List.of(1, -1)) {
          double chains = Exchange.reach(puzzle, cell, sign, FAR);
          assertTrue(chains <= programme(puzzle, cell, sign) + 1e-5, "round " + round);
          found += chains > 1 ? 1 : 0;
        }
      }
    }
    assertTrue(found > 100, found + " counts moved");
  }
}
