package org.caretally.engine;

import java.util.List;
import org.apache.spark.sql.Row;
import org.caretally.intake.Step;
import org.caretally.problem.Code;

/** What becomes of rows that {@link KeyScan} found to be no ordinary ones. */
final class Repeats {
  private Repeats() {}

  static void note(Duplicates duplicates, Row row) {
    if (row.getInt(0) == KeyScan.KEYED) {
      if (row.getLong(2) == row.getLong(3)) {
        duplicates.copies(row.getString(1), row.<Long>getList(4).get(0));
      } else {
        duplicates.conflict(row.getString(1));
      }
    }
  }

  /** Counts rows that never reach the join: empty, without identifier, repeated, ragged. */
  static void account(Folded found, int file, Row row) {
    List<Long> lines = row.getList(4);
    if (row.getInt(0) == KeyScan.RAGGED) {
      lines.forEach(l -> found.findings().add(new Finding(Code.RAGGED_ROW, file, ""), l));
      return;
    }
    boolean keyed = row.getInt(0) == KeyScan.KEYED;
    boolean copies = keyed && row.getLong(2) == row.getLong(3);
    Step step = keyed ? copies ? Step.COPY : Step.CONFLICT : unkeyed(row.getInt(0));
    for (Long line : lines.subList(copies ? 1 : 0, lines.size())) {
      if (file == 0) {
        found.flow().add(Step.READ);
        found.setAside(step, line);
      } else {
        found.flow().add(Step.NO_PARTNER);
      }
    }
  }

  private static Step unkeyed(int kind) {
    return switch (kind) {
      case KeyScan.EMPTY -> Step.EMPTY;
      case KeyScan.OTHER -> Step.OTHER_ROWS;
      default -> Step.NO_KEY;
    };
  }
}
