package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;

/** Small charts of how scores, or numbers such as caseload, are distributed among people. */
final class HistogramFigure implements Figure {
  private static final int BLOCK = 168;
  private static final int HEAD = 42;
  private static final int FOOT = 28;

  private final boolean scores;

  /**
   * Creates the figure.
   *
   * @param scores whether it shows the scores that stand for challenges, or declared numbers
   */
  HistogramFigure(boolean scores) {
    this.scores = scores;
  }

  @Override
  public String id() {
    return scores ? "score-bins" : "number-bins";
  }

  @Override
  public Place place() {
    return scores ? Place.DISTRIBUTION : Place.NUMBER;
  }

  @Override
  public List<Drawing> draw(Material material) {
    Grid rows =
        Grid.of(material.distributions())
            .where("wave", material.results().latest())
            .where("kind", scores ? "challenge" : "context");
    if (rows.isEmpty()) {
      return List.of();
    }
    List<HistogramPanel> panels = Distributions.panels(rows.rows());
    String title = scores ? title(panels) : numbers(panels);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(panels, title, format));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            subtitle(),
            notes(rows.rows()),
            pictures,
            Distributions.table(id() + "-table", caption(), rows.rows())));
  }

  private String caption() {
    return scores ? "Scores of challenges in bins" : "Numbers in bins";
  }

  private String subtitle() {
    return scores
        ? "Scores that stand for challenges; height: share of people for each stretch of the score"
        : "Height: share of people for each stretch of the number";
  }

  private List<String> notes(List<Row> rows) {
    List<String> notes = new ArrayList<>();
    notes.add(Say.base(rows));
    notes.add(
        "The area of a bar is its share. The hatched bars at the ends are open: they hold everybody"
            + " below or above, and no lowest or highest value is told. Bins with few people are"
            + " joined with their neighbours.");
    if (scores) {
      notes.add("Dashed line: the cut-off that stands for the challenge.");
    }
    return notes;
  }

  private static String title(List<HistogramPanel> panels) {
    List<HistogramPanel> cut =
        panels.stream().filter(HistogramPanel::shown).filter(p -> !p.cutoffs().isEmpty()).toList();
    long below = cut.stream().filter(HistogramPanel::peaksBelow).count();
    if (cut.isEmpty()) {
      return panels.stream().anyMatch(HistogramPanel::shown)
          ? "How scores are distributed"
          : "No distribution can be shown";
    }
    String all = cut.size() + (cut.size() == 1 ? " score" : " scores") + " with a cut-off";
    return below == 0
        ? "On none of " + all + " do the most frequent scores lie below it"
        : "On " + below + " of " + all + " the most frequent scores lie below it";
  }

  private static String numbers(List<HistogramPanel> panels) {
    List<String> shown =
        panels.stream()
            .filter(HistogramPanel::shown)
            .map(p -> Say.brief(p.label()))
            .limit(4)
            .toList();
    return shown.isEmpty()
        ? "No distribution can be shown"
        : "How people differ in: " + Say.list(shown);
  }

  private Svg picture(List<HistogramPanel> panels, String title, Format format) {
    int columns = format.narrow() ? 2 : 3;
    int height = (panels.size() + columns - 1) / columns * BLOCK;
    int width = format.width() / columns;
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    for (int i = 0; i < panels.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      panels.get(i).draw(plot, new Panel(left, bottom, width - 50, BLOCK - HEAD - FOOT, 1));
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        "A small chart of bars for each of "
            + panels.size()
            + (panels.size() == 1 ? " number" : " numbers")
            + ", from the lowest values at the left to the highest at the right."
            + " The numbers are in the table below.");
  }
}
