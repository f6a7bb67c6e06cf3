package org.caretally.report.chart;

import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;

/**
 * Two groups whose 95% intervals do not meet.
 *
 * @param low the group with the smaller share
 * @param high the group with the larger share
 */
record Gap(Row low, Row high) {

  /** Returns the difference of the shares. */
  double size() {
    return high.number("estimate") - low.number("estimate");
  }

  /** Returns the widest gap among groups, or null when no two intervals are apart. */
  static Gap widest(List<Row> rows) {
    Gap widest = null;
    for (Row low : rows) {
      for (Row high : rows) {
        boolean apart = Say.apart(low, high) && low.number("estimate") < high.number("estimate");
        if (apart) {
          Gap gap = new Gap(low, high);
          widest = widest == null || gap.size() > widest.size() ? gap : widest;
        }
      }
    }
    return widest;
  }
}
