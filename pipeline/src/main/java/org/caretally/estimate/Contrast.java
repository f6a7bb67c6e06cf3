package org.caretally.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one line of a model compares: coefficients, how they are weighted, and which people the
 * comparison could give away.
 *
 * @param term which term
 * @param group the group or value, in words; empty for a number and for a yes/no
 * @param reference what it is compared with
 * @param step for a number, how much more of it
 * @param columns columns of the model
 * @param weights their weights
 * @param question the same as an average over people; empty for interactions
 */
record Contrast(
    int term,
    String group,
    String reference,
    double step,
    List<Integer> columns,
    double[] weights,
    Optional<Averages.Question> question) {

  /** Returns the lines of a model, in the order of its terms. */
  static List<Contrast> all(ModelData data) {
    List<Contrast> all = new ArrayList<>();
    for (int term = 0; term < data.model().terms(); term++) {
      List<Integer> parts = data.model().regressorsOf(term);
      Regressor first = data.model().regressors().get(parts.get(0));
      if (parts.size() == 1 && first.form() instanceof Form.Spline spline) {
        curve(all, data, term, spline);
        continue;
      }
      for (int column : data.columnsOf(term)) {
        all.add(single(data, term, column));
      }
    }
    return all;
  }

  private static Contrast single(ModelData data, int term, int column) {
    List<String> groups = new ArrayList<>();
    List<String> references = new ArrayList<>();
    double step = 1;
    Optional<Averages.Question> question = Optional.empty();
    List<ModelData.Piece> pieces = data.columns().get(column).pieces();
    for (ModelData.Piece piece : pieces) {
      Regressor regressor = data.model().regressors().get(piece.regressor());
      step *= regressor.step();
      if (regressor.groups()) {
        int reference = data.reference(piece.regressor());
        String other = pieces.size() > 1 ? "yes" : "";
        groups.add(regressor.words(piece.index()).orElse(other));
        references.add(regressor.words(reference).orElse(other.isEmpty() ? "" : "no"));
        question =
            Optional.of(
                Averages.Question.between(
                    piece.regressor(),
                    indicator(regressor, piece.index()),
                    indicator(regressor, reference)));
      } else {
        question = Optional.of(Averages.Question.slope(piece.regressor(), regressor.step()));
      }
    }
    return new Contrast(
        term,
        String.join(", ", groups),
        String.join(", ", references),
        step,
        List.of(column),
        new double[] {step},
        pieces.size() > 1 ? Optional.empty() : question);
  }

  private static double[] indicator(Regressor regressor, int code) {
    double[] basis = new double[regressor.form().size()];
    basis[code] = 1;
    return basis;
  }

  /** A curve is told from knot to knot. */
  private static void curve(List<Contrast> all, ModelData data, int term, Form.Spline spline) {
    for (int k = 1; k < spline.knots().size(); k++) {
      double[] to = spline.at(spline.knots().get(k));
      double[] from = spline.at(spline.knots().get(k - 1));
      double[] weights = new double[to.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = to[i] - from[i];
      }
      all.add(
          new Contrast(
              term,
              text(spline.knots().get(k)),
              text(spline.knots().get(k - 1)),
              1,
              data.columnsOf(term),
              weights,
              Optional.of(Averages.Question.between(term, to, from))));
    }
  }

  /** Returns a number as plain decimal text. */
  static String text(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  double value(ModelFit fit) {
    double b = 0;
    for (int i = 0; i < weights.length; i++) {
      b += weights[i] * fit.coefficient(columns.get(i));
    }
    return b;
  }

  double variance(ModelFit fit) {
    double v = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        v += weights[i] * weights[j] * fit.covariance(columns.get(i), columns.get(j));
      }
    }
    return v;
  }
}
