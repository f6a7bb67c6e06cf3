package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

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
    Tongue t = material.tongue();
    List<HistogramPanel> panels = Distributions.panels(rows.rows());
    String title = scores ? title(t, panels) : numbers(t, panels);
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, panels, title, format));
    }
    return List.of(
        new Drawing(
            id(),
            title,
            t.say(scores ? "bins.subtitle.scores" : "bins.subtitle.numbers"),
            notes(t, rows.rows()),
            pictures,
            Distributions.table(
                t, id() + "-table", t.say(scores ? "bins.scores" : "bins.numbers"), rows.rows())));
  }

  private List<String> notes(Tongue t, List<Row> rows) {
    List<String> notes = new ArrayList<>();
    notes.add(Say.base(t, rows));
    notes.add(t.say("bins.note"));
    if (scores) {
      notes.add(t.say("bins.cutoff"));
    }
    return notes;
  }

  private static String title(Tongue t, List<HistogramPanel> panels) {
    List<HistogramPanel> cut =
        panels.stream().filter(HistogramPanel::shown).filter(p -> !p.cutoffs().isEmpty()).toList();
    long below = cut.stream().filter(HistogramPanel::peaksBelow).count();
    if (cut.isEmpty()) {
      boolean shown = panels.stream().anyMatch(HistogramPanel::shown);
      return t.say(shown ? "bins.title" : "bins.hidden");
    }
    return below == 0
        ? t.say("bins.title.none", "scores", cut.size())
        : t.say("bins.title.some", "below", below, "scores", cut.size());
  }

  private static String numbers(Tongue t, List<HistogramPanel> panels) {
    List<String> shown =
        panels.stream()
            .filter(HistogramPanel::shown)
            .map(p -> Say.brief(p.label()))
            .limit(4)
            .toList();
    return shown.isEmpty()
        ? t.say("bins.hidden")
        : t.say("bins.title.numbers", "names", t.list(shown));
  }

  private Svg picture(Tongue t, List<HistogramPanel> panels, String title, Format format) {
    int columns = format.narrow() ? 2 : 3;
    int height = (panels.size() + columns - 1) / columns * BLOCK;
    int width = format.width() / columns;
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    for (int i = 0; i < panels.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      panels.get(i).draw(t, plot, new Panel(left, bottom, width - 50, BLOCK - HEAD - FOOT, 1));
    }
    return plot.svg(
        id() + format.suffix(),
        format.className(),
        title,
        t.say("bins.alt", "numbers", panels.size()) + " " + t.say("chart.alt.table"));
  }
}
