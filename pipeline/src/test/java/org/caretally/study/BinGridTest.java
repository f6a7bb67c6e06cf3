package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.junit.jupiter.api.Test;

/** Bins follow the range that is allowed and the cut-off, never the answers. */
class BinGridTest {
  private static Variable number(long grid, long min, long max) {
    return Variable.number("x", "X", grid, min * grid, max * grid, Direction.WORSE);
  }

  @Test
  void aCutOffBeginsAStretch() {
    for (long[] range : new long[][] {{0, 27}, {0, 100}, {20, 100}, {10, 50}, {0, 168}}) {
      for (long cut = range[0] + 1; cut <= range[1]; cut++) {
        Variable variable = number(1, range[0], range[1]);
        BinGrid grid = BinGrid.of(variable, cut);
        assertEquals(Long.toString(cut), grid.text(grid.start() + grid.slot(cut) * grid.width()));
        assertTrue(grid.count() >= 2 && grid.count() <= 36, "stretches " + grid.count());
        assertEquals(grid.slot(cut) - 1, grid.slot(cut - 1), "a value below the cut-off");
      }
    }
  }

  @Test
  void widthsAreRoundNumbers() {
    assertEquals("1", BinGrid.of(number(1, 0, 27), 10).step());
    assertEquals("2", BinGrid.of(number(1, 0, 40), 27).step());
    assertEquals("5", BinGrid.of(number(1, 0, 168), 0).step());
    assertEquals("0.2", BinGrid.of(number(60, 1, 6), 60).step());
    assertEquals("5", BinGrid.of(number(100, 0, 100), 5000).step());
  }

  @Test
  void cutOffsAreReadFromTheirWords() {
    Variable variable = number(2, 0, 24);
    assertEquals(List.of(20L), BinGrid.thresholds("at or above 10", variable));
    assertEquals(List.of(21L), BinGrid.thresholds("above 10", variable));
    assertEquals(List.of(17L), BinGrid.thresholds("at or below 8", variable));
    assertEquals(List.of(16L), BinGrid.thresholds("below 8", variable));
    assertEquals(
        List.of(6L, 8L),
        BinGrid.thresholds("at or above 3 for women, at or above 4 for men", variable));
    assertEquals(List.of(), BinGrid.thresholds("pattern met", variable));
  }
}
