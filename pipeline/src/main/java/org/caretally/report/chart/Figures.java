package org.caretally.report.chart;

import java.util.List;

/** Every kind of picture, in the order of the page. */
public final class Figures {
  /** All of them. */
  public static final List<Figure> ALL =
      List.of(
          new ShareFigure(),
          new PositionFigure(),
          new ChangeFigure(),
          new TrendFigure(),
          new TrendGroupFigure(),
          new SeverityFigure(),
          new GroupMapFigure(),
          new GroupFigure(),
          new PeersFigure(),
          new CorrelationFigure(),
          new CurveFigure(),
          new ModelFigure(),
          new HistogramFigure(false),
          new HistogramFigure(true),
          new MissingFigure(),
          new AnswersFigure());

  private Figures() {}

  /** Returns the kinds that belong to a part of the page. */
  public static List<Figure> at(Figure.Place place) {
    return ALL.stream().filter(f -> f.place() == place).toList();
  }
}
