package org.caretally.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.page.ReportInput;

/**
 * What {@code check} prints: the record flow, scales, and how much would be withheld. All of it has
 * passed the gate.
 */
record CheckSummary(Results results) {

  List<String> lines() {
    ReportInput input = results.input();
    List<String> lines = new ArrayList<>();
    lines.add("Record flow");
    for (ProtectedTable.Row row : input.flow().rows()) {
      lines.add("  " + row.text("label") + ": " + row.text("rows"));
    }
    lines.add("Scales (complete, prorated, unscorable, blank)");
    for (ProtectedTable.Row row : input.scales().rows()) {
      lines.add(
          "  "
              + row.text("measure")
              + ": "
              + row.text("complete")
              + ", "
              + row.text("prorated")
              + ", "
              + row.text("unscorable")
              + ", "
              + row.text("blank"));
    }
    lines.add("Numbers by status");
    for (ProtectedTable table : List.of(input.estimates(), input.bands(), input.correlations())) {
      Map<String, Integer> counts = new TreeMap<>();
      table.rows().forEach(r -> counts.merge(r.text("status"), 1, Integer::sum));
      lines.add("  " + table.id() + ": " + counts);
    }
    return lines;
  }
}
