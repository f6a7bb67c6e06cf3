package org.caretally.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Problems met while rows were read: for each kind how many rows, and the first few lines. Never a
 * cell value. Merging is in any order.
 */
final class Findings implements Serializable {
  private static final int LINES = 5;

  /** How many rows, and the smallest line numbers. */
  static final class Seen implements Serializable {
    private long rows;
    private long[] lines = {};

    private void add(long count, long[] more) {
      rows += count;
      lines =
          LongStream.concat(Arrays.stream(lines), Arrays.stream(more))
              .sorted()
              .distinct()
              .limit(LINES)
              .toArray();
    }

    /** Returns the smallest line. */
    long first() {
      return lines[0];
    }

    /** Returns a phrase such as {@code in 12 rows (lines 3, 8, 9, 14, 20 …)}. */
    String phrase() {
      String numbers =
          Arrays.stream(lines).mapToObj(Long::toString).collect(Collectors.joining(", "));
      String noun = rows == 1 ? "in 1 row (line " : "in " + rows + " rows (lines ";
      return noun + numbers + (rows > lines.length ? " …)" : ")");
    }
  }

  private final TreeMap<Finding, Seen> seen = new TreeMap<>();

  void add(Finding finding, long line) {
    Seen here = seen.computeIfAbsent(finding, k -> new Seen());
    if (here.lines.length == LINES && line > here.lines[LINES - 1]) {
      here.rows++;
    } else {
      here.add(1, new long[] {line});
    }
  }

  void merge(Findings other) {
    other.seen.forEach(
        (finding, theirs) ->
            seen.computeIfAbsent(finding, k -> new Seen()).add(theirs.rows, theirs.lines));
  }

  SortedMap<Finding, Seen> all() {
    return seen;
  }
}
