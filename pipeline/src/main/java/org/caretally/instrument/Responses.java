package org.caretally.instrument;

import java.util.List;
import java.util.Map;

/** What can be answered to an item. Answers are held as whole cells: {@code value * grid}. */
public sealed interface Responses permits Responses.Options, Responses.Range, Responses.Clock {

  /** Returns the cells per unit: 1 for options and clock times. */
  long grid();

  /** Returns the smallest cell. */
  long min();

  /** Returns the largest cell. */
  long max();

  /**
   * A closed list of answers.
   *
   * @param codes the codes, ascending
   * @param labels accepted texts of a code; the first is the usual one. A code may have none.
   * @param suspicious known misprints and the code they stand for
   */
  record Options(List<Long> codes, Map<Long, List<String>> labels, Map<String, Long> suspicious)
      implements Responses {
    @Override
    public long grid() {
      return 1;
    }

    @Override
    public long min() {
      return codes.get(0);
    }

    @Override
    public long max() {
      return codes.get(codes.size() - 1);
    }
  }

  /**
   * A number.
   *
   * @param from smallest value, in whole units
   * @param to largest value, in whole units
   * @param decimals most decimals an answer may have, 0 to 4
   */
  record Range(long from, long to, int decimals) implements Responses {
    @Override
    public long grid() {
      return Exact.power(decimals);
    }

    @Override
    public long min() {
      return from * grid();
    }

    @Override
    public long max() {
      return to * grid();
    }
  }

  /** A time of day; the cell is minutes after midnight, 0 to 1439. */
  record Clock() implements Responses {
    @Override
    public long grid() {
      return 1;
    }

    @Override
    public long min() {
      return 0;
    }

    @Override
    public long max() {
      return 1439;
    }
  }
}
