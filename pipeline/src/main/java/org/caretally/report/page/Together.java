package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.CorrelationFigure;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/** What goes with what. */
final class Together {
  private static final int PAIRS = 5;

  private Together() {}

  static Optional<Section> section(Material material, Numbering figures) {
    List<PageItem> figure = figures.at(Figure.Place.TOGETHER);
    if (figure.isEmpty()) {
      return Optional.empty();
    }
    List<PageItem> items = new ArrayList<>();
    items.add(
        new Prose(
            "A correlation says how closely two scores go up and down together in the same people,"
                + " from −1 to 1. It does not say which comes first, or why."));
    items.addAll(figure);
    List<String> lines = new ArrayList<>();
    for (Row row : CorrelationFigure.strongest(CorrelationFigure.rows(material))) {
      if (lines.size() < PAIRS) {
        lines.add(
            row.text("x_label")
                + " and "
                + row.text("y_label")
                + ": r = "
                + Numbers.number(row.cell("estimate"))
                + " (95% interval "
                + Numbers.span(row)
                + ").");
      }
    }
    if (!lines.isEmpty()) {
      items.add(new Heading("Strongest pairs of scales without shared content"));
      items.add(new Bullets(lines));
    }
    return Optional.of(new Section("goes-with", "What goes with what", Composer.MANAGERS, items));
  }
}
