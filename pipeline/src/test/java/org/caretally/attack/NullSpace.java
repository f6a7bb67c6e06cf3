package org.caretally.attack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Which unknowns a system of equations fixes, by exact elimination. */
final class NullSpace {
  private NullSpace() {}

  /**
   * Returns the columns whose unit vector lies in the row space: their values can be solved for.
   */
  static List<Integer> fixed(int[][] matrix) {
    int columns = matrix.length == 0 ? 0 : matrix[0].length;
    BigInteger[][] a = new BigInteger[matrix.length][columns];
    for (int r = 0; r < a.length; r++) {
      for (int c = 0; c < columns; c++) {
        a[r][c] = BigInteger.valueOf(matrix[r][c]);
      }
    }
    int rank = 0;
    int[] pivots = new int[a.length];
    for (int c = 0; c < columns && rank < a.length; c++) {
      int pivot = rank;
      while (pivot < a.length && a[pivot][c].signum() == 0) {
        pivot++;
      }
      if (pivot == a.length) {
        continue;
      }
      BigInteger[] row = a[pivot];
      a[pivot] = a[rank];
      a[rank] = row;
      for (int r = 0; r < a.length; r++) {
        if (r != rank && a[r][c].signum() != 0) {
          eliminate(a[r], row, c);
        }
      }
      pivots[rank++] = c;
    }
    List<Integer> fixed = new ArrayList<>();
    for (int r = 0; r < rank; r++) {
      int others = 0;
      for (BigInteger entry : a[r]) {
        others += entry.signum() != 0 ? 1 : 0;
      }
      if (others == 1) {
        fixed.add(pivots[r]);
      }
    }
    return fixed;
  }

  private static void eliminate(BigInteger[] row, BigInteger[] pivot, int column) {
    BigInteger factor = row[column];
    BigInteger divisor = BigInteger.ZERO;
    for (int c = 0; c < row.length; c++) {
      row[c] = row[c].multiply(pivot[column]).subtract(pivot[c].multiply(factor));
      divisor = divisor.gcd(row[c]);
    }
    for (int c = 0; divisor.signum() != 0 && c < row.length; c++) {
      row[c] = row[c].divide(divisor);
    }
  }
}
