package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Numbers;

/** Distributions in bins as a table, a row for each score or number. */
public final class Distributions {
  private Distributions() {}

  static List<HistogramPanel> panels(List<Row> rows) {
    Map<String, List<Row>> measures = new LinkedHashMap<>();
    rows.forEach(r -> measures.computeIfAbsent(r.text("measure"), k -> new ArrayList<>()).add(r));
    return measures.values().stream()
        .map(bins -> new HistogramPanel(bins.get(0).text("measure_label"), bins))
        .toList();
  }

  /** Returns the shares of all bins. */
  public static DataTable table(String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words("Score or number", "Cut-off at", "Share in each bin")
            .numbers("n");
    for (HistogramPanel panel : panels(rows)) {
      List<String> bins = new ArrayList<>();
      for (int bin = 0; bin < panel.bins().size(); bin++) {
        String share = Numbers.percent(panel.bins().get(bin).cell("share"));
        bins.add(panel.words(bin) + ":\u00a0" + share);
      }
      table.row(
          panel.label(),
          String.join(", ", panel.cutoffs().stream().map(Curve.Span::number).toList()),
          String.join(" · ", bins),
          Numbers.count(panel.bins().get(0).cell("n")));
    }
    return table.build();
  }
}
