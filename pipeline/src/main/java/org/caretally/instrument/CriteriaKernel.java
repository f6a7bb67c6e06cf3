package org.caretally.instrument;

import java.util.List;
import org.caretally.codebook.Missing;

/** Rules with three results: met, not met, or unknown while a missing answer could decide. */
final class CriteriaKernel implements Kernel {
  private static final long serialVersionUID = 1L;

  private final int[] atLeast;
  private final int[][] column;
  private final long[][] code;

  CriteriaKernel(Method.Criteria method, int[] columnOf) {
    List<Method.Criterion> all = method.all();
    atLeast = all.stream().mapToInt(Method.Criterion::atLeast).toArray();
    column = new int[all.size()][];
    code = new long[all.size()][];
    for (int c = 0; c < all.size(); c++) {
      Method.Criterion criterion = all.get(c);
      column[c] = criterion.items().stream().mapToInt(i -> columnOf[i]).toArray();
      code[c] =
          criterion.items().stream()
              .mapToLong(i -> criterion.codeOf().getOrDefault(i, criterion.code()))
              .toArray();
    }
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public int score(long[] codes, Sex sex, long[] out, int at) {
    long result = 1;
    for (int c = 0; c < atLeast.length && result != 0; c++) {
      int met = 0;
      int open = 0;
      for (int i = 0; i < column[c].length; i++) {
        long answer = codes[column[c][i]];
        if (answer == Missing.MARK) {
          open++;
        } else if (answer >= code[c][i]) {
          met++;
        }
      }
      if (met + open < atLeast[c]) {
        result = 0;
      } else if (met < atLeast[c]) {
        result = Missing.MARK;
      }
    }
    out[at] = result;
    return 0;
  }
}
