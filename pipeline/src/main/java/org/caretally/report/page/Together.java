package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.CorrelationFigure;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** What goes with what. */
final class Together {
  private static final int PAIRS = 5;

  private Together() {}

  static Optional<Section> section(Material material, Numbering figures) {
    List<PageItem> figure = figures.at(Figure.Place.TOGETHER);
    if (figure.isEmpty()) {
      return Optional.empty();
    }
    Tongue t = material.tongue();
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(t.say("together.how")));
    items.addAll(figure);
    List<String> lines = new ArrayList<>();
    for (Row row : CorrelationFigure.strongest(CorrelationFigure.rows(material))) {
      if (lines.size() < PAIRS) {
        lines.add(
            t.say(
                "together.pair",
                "x",
                row.text("x_label"),
                "y",
                row.text("y_label"),
                "r",
                t.number(row.cell("estimate")),
                "interval",
                t.span(row)));
      }
    }
    if (!lines.isEmpty()) {
      items.add(new Heading(t.say("together.strongest")));
      items.add(new Bullets(lines));
    }
    return Optional.of(new Section("goes-with", t.say("together.title"), Audience.MANAGERS, items));
  }
}
