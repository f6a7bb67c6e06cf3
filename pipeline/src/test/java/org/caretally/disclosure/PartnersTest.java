package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;

/**
 * How much more is hidden than the least that is safe, on tables small enough to try everything.
 */
class PartnersTest {
  private static final int ROWS = 3;
  private static final int COLUMNS = 3;

  /** A table with its margins: 3 × 3 counts, row totals, column totals and the whole. */
  private static Puzzle table(long[][] counts) {
    Puzzle puzzle = new Puzzle();
    int[][] at = new int[ROWS + 1][COLUMNS + 1];
    for (int r = 0; r <= ROWS; r++) {
      for (int c = 0; c <= COLUMNS; c++) {
        long value = counts[r][c];
        boolean small = value > 0 && value < 11;
        boolean whole = r == ROWS && c == COLUMNS;
        long cost = whole ? Unknown.NEVER : Math.max(1, value);
        at[r][c] =
            puzzle.add(
                new Unknown(
                    r + "," + c, value, value, value, counts[ROWS][COLUMNS], small ? 10 : -1, cost),
                small);
      }
    }
    for (int r = 0; r <= ROWS; r++) {
      int row = r;
      puzzle.sum(at[r][COLUMNS], IntStream.range(0, COLUMNS).mapToObj(c -> at[row][c]).toList());
    }
    for (int c = 0; c <= COLUMNS; c++) {
      int column = c;
      puzzle.sum(at[ROWS][c], IntStream.range(0, ROWS).mapToObj(r -> at[r][column]).toList());
    }
    return puzzle;
  }

  private static long[][] counts(Random random) {
    long[][] counts = new long[ROWS + 1][COLUMNS + 1];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        long value = random.nextInt(6) == 0 ? 1 + random.nextInt(10) : 15 + random.nextInt(120);
        counts[r][c] = value;
        counts[ROWS][c] += value;
        counts[r][COLUMNS] += value;
        counts[ROWS][COLUMNS] += value;
      }
    }
    return counts;
  }

  private static long cost(Puzzle puzzle, Iterable<Integer> cells) {
    long cost = 0;
    for (int cell : cells) {
      cost += puzzle.cell(cell).cost();
    }
    return cost;
  }

  private static boolean safe(Puzzle puzzle) {
    Attacker attacker = new Attacker(puzzle);
    return IntStream.range(0, puzzle.cells().size())
        .filter(puzzle::hidden)
        .allMatch(attacker::safe);
  }

  /** Tries every set of further counts, and returns the least cost of a safe one. */
  private static long least(long[][] counts, long known) {
    List<Integer> free = new ArrayList<>();
    Puzzle first = table(counts);
    for (int i = 0; i < first.cells().size(); i++) {
      if (!first.hidden(i) && first.cell(i).cost() < Unknown.NEVER) {
        free.add(i);
      }
    }
    long best = known;
    for (int set = 0; set < 1 << free.size(); set++) {
      List<Integer> chosen = new ArrayList<>();
      for (int i = 0; i < free.size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(free.get(i));
        }
      }
      if (cost(first, chosen) < best) {
        Puzzle puzzle = table(counts);
        chosen.forEach(c -> puzzle.hide(c, true));
        best = safe(puzzle) ? cost(first, chosen) : best;
      }
    }
    return best;
  }

  @Test
  void littleMoreIsHiddenThanTheLeastThatIsSafe() {
    Random random = new Random(3);
    int tables = 0;
    int optimal = 0;
    long chosen = 0;
    long least = 0;
    long whole = 0;
    while (tables < 40) {
      long[][] counts = counts(random);
      Puzzle puzzle = table(counts);
      long small = IntStream.range(0, puzzle.cells().size()).filter(puzzle::hidden).count();
      if (small == 0 || small > 2) {
        continue;
      }
      Set<Integer> added;
      try {
        added = Partners.hide(puzzle);
      } catch (ProblemException e) {
        continue;
      }
      assertTrue(safe(puzzle), "what was chosen is not safe");
      long cost = cost(puzzle, added);
      long best = least(counts, cost);
      tables++;
      optimal += cost == best ? 1 : 0;
      chosen += cost;
      least += best;
      whole += counts[ROWS][COLUMNS];
    }
    System.out.printf(
        Locale.ROOT,
        "complementary choice: %d of %d tables optimal; people in further hidden counts %d, least"
            + " possible %d (%.0f%% more), of %d in the tables%n",
        optimal,
        tables,
        chosen,
        least,
        100.0 * (chosen - least) / least,
        whole);
    assertTrue(chosen <= 1.1 * least, chosen + " against " + least);
  }
}
