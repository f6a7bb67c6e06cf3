package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.chart.Drawing;
import org.caretally.report.chart.Figure;
import org.caretally.report.chart.Figures;
import org.caretally.report.table.Material;

/** Draws the figures of a page and numbers them in reading order. Used once, by one thread. */
final class Numbering {
  private final Material material;
  private final String source;
  private int last;

  Numbering(Material material, String source) {
    this.material = material;
    this.source = source;
  }

  /** Returns all figures that belong to a part of the page. */
  List<PageItem> at(Figure.Place place) {
    List<PageItem> items = new ArrayList<>();
    for (Figure figure : Figures.at(place)) {
      for (Drawing drawing : figure.draw(material)) {
        items.add(new FigureItem(++last, drawing, source));
      }
    }
    return items;
  }
}
