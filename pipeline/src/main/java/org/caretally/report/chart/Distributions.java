package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

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
  public static DataTable table(Tongue t, String id, String caption, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder(id, caption)
            .words(t.say("bins.measure"), t.say("bins.cut"), t.say("bins.share"))
            .numbers(t.say("common.n"));
    for (HistogramPanel panel : panels(rows)) {
      List<String> bins = new ArrayList<>();
      for (int bin = 0; bin < panel.bins().size(); bin++) {
        String share = t.percent(panel.bins().get(bin).cell("share"));
        bins.add(panel.words(t, bin) + ":\u00a0" + share);
      }
      table.row(
          panel.label(),
          String.join(", ", panel.cutoffs().stream().map(c -> Curve.Span.number(t, c)).toList()),
          String.join(" · ", bins),
          t.count(panel.bins().get(0).cell("n")));
    }
    return table.build();
  }
}
