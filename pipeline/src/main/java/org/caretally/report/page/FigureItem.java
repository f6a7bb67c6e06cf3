package org.caretally.report.page;

import org.caretally.report.chart.Drawing;

/**
 * A figure, directly followed by its table.
 *
 * @param number number of the figure
 * @param drawing the picture and its words
 * @param source where the numbers come from
 */
public record FigureItem(int number, Drawing drawing, String source) implements PageItem {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.figureItem(this);
  }
}
