package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Distributions;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.Grid;

/** How scores are distributed: a picture of the challenges, a table of the protective factors. */
final class Spreads {
  private Spreads() {}

  static List<PageItem> items(ReportInput input, String wave, Numbering figures) {
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.DISTRIBUTION));
    List<Row> rows =
        Grid.of(input.background().distributions())
            .where("wave", wave)
            .where("kind", "protective")
            .rows();
    if (!rows.isEmpty()) {
      items.add(
          new TableItem(
              Distributions.table(
                  input.tongue(), "protective-bins", input.tongue().say("bins.factors"), rows),
              "distributions",
              false));
    }
    return items;
  }
}
